import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import type { DraftDocument } from "~/questionnaires/draft-document";
import type { Edit } from "~/questionnaires/edit-document";
import { type EditHistory, edited, redone, rested, startHistory, undone } from "~/questionnaires/edit-history";
import type { SaveAnswer, TheirDraft } from "~/questionnaires/save-answer";
import { keepOnDevice, readFromDevice, sendSave } from "./draft-connection";

/** How saving stands. */
export type SaveState =
  | { kind: "saved"; at: string | null }
  | { kind: "waiting" | "saving" | "offline" | "signed-out" | "missing" }
  | { kind: "refused"; message: string }
  | { kind: "conflict"; theirs: TheirDraft };

/** What the server holds as far as this page knows. */
interface Stored {
  document: DraftDocument;
  revision: number;
}

type Step = { step: "edit"; edit: Edit; typing: string | null } | { step: "undo" | "redo" | "rest" };

function historyAfter(history: EditHistory, step: Step): EditHistory {
  if (step.step === "edit") return edited(history, step.edit, step.typing);
  if (step.step === "undo") return undone(history);
  return step.step === "redo" ? redone(history) : rested(history);
}

const PAUSE_MS = 1_000;
const RETRY_MS = 8_000;

/**
 * A draft with its history that saves itself a second after the last change. What is not saved yet lies on the device;
 * without a network it is tried again and again, and a save of somebody else stops it until the officer has decided.
 */
export function useDraft(opened: { draftId: number; accountId: number } & Stored) {
  const { draftId, accountId } = opened;
  const [history, dispatch] = useReducer(historyAfter, opened.document, startHistory);
  const [stored, setStored] = useState<Stored>(opened);
  const [state, setState] = useState<SaveState>({ kind: "saved", at: null });
  const [tries, setTries] = useState(0);
  const [recovered, setRecovered] = useState(false);
  const present = history.present;
  const unsaved = present !== stored.document && JSON.stringify(present) !== JSON.stringify(stored.document);

  const edit = useCallback(
    (one: Edit, typing?: string) => dispatch({ step: "edit", edit: one, typing: typing ?? null }),
    [],
  );

  useEffect(() => {
    const kept = readFromDevice(accountId, draftId);
    if (!kept || JSON.stringify(kept.document) === JSON.stringify(opened.document)) return;
    // Where the server has gone on since, saving from the old state tells of the conflict.
    setStored({ document: kept.base, revision: kept.revision });
    edit({ kind: "replace", document: kept.document });
    setRecovered(true);
  }, [accountId, draftId, opened.document, edit]);

  const understand = useCallback((answer: SaveAnswer, sent: DraftDocument) => {
    if (answer.outcome === "saved") {
      setStored({ document: sent, revision: answer.revision });
      setState({ kind: "saved", at: answer.at });
    } else if (answer.outcome === "conflict") setState({ kind: "conflict", theirs: answer.theirs });
    else if (answer.outcome === "refused") setState({ kind: "refused", message: answer.message });
    else setState({ kind: "missing" });
  }, []);

  const save = useCallback(async () => {
    setState({ kind: "saving" });
    const reached = await sendSave(draftId, { document: present, revision: stored.revision, intent: "save" });
    if (reached.kind === "answer") understand(reached.answer, present);
    else setState({ kind: reached.kind });
    setTries((count) => count + 1);
  }, [draftId, present, stored.revision, understand]);

  useEffect(() => {
    const { document: base, revision } = stored;
    keepOnDevice(accountId, draftId, unsaved ? { document: present, base, revision } : null);
  }, [unsaved, present, stored, accountId, draftId]);

  const stopped = state.kind === "saving" || state.kind === "conflict" || state.kind === "missing";
  // biome-ignore lint/correctness/useExhaustiveDependencies: a try that failed is followed by the next one
  useEffect(() => {
    if (!unsaved || stopped) return;
    const retry = state.kind === "offline" || state.kind === "signed-out" || state.kind === "refused";
    const timer = setTimeout(() => void save(), retry ? RETRY_MS : PAUSE_MS);
    const now = () => void save();
    addEventListener("online", now);
    return () => {
      clearTimeout(timer);
      removeEventListener("online", now);
    };
  }, [unsaved, stopped, state.kind, save, tries]);

  // On the way out of the page what is not saved is sent at once.
  const leaving = useRef<(() => void) | null>(null);
  leaving.current = unsaved && !stopped ? () => void save() : null;
  useEffect(() => () => leaving.current?.(), []);

  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [unsaved]);

  return {
    document: present,
    base: stored.document,
    revision: stored.revision,
    state: unsaved && state.kind === "saved" ? ({ kind: "waiting" } as const) : state,
    unsaved,
    recovered,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    edit,
    undo: () => dispatch({ step: "undo" }),
    redo: () => dispatch({ step: "redo" }),
    rest: () => dispatch({ step: "rest" }),
    /** Goes on from what somebody else saved, with the document that was put together. */
    settle: (theirs: TheirDraft, document: DraftDocument) => {
      setStored({ document: theirs.document, revision: theirs.revision });
      edit({ kind: "replace", document });
      setState({ kind: "saved", at: theirs.at });
    },
    /** Keeps this state as a draft of its own; its number, or null where that failed. */
    saveApart: async (): Promise<number | null> => {
      const reached = await sendSave(draftId, { document: present, revision: stored.revision, intent: "apart" });
      if (reached.kind !== "answer" || reached.answer.outcome !== "apart") return null;
      keepOnDevice(accountId, draftId, null);
      return reached.answer.draftId;
    },
  };
}
