import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "~/i18n/use-words";
import type { DraftDocument } from "~/questionnaires/draft-document";
import { type DraftProblem, draftProblems } from "~/questionnaires/draft-problems";
import { type LockedList, lockedWording, lockKey } from "~/questionnaires/locked-wording";
import { ConflictPanel } from "./conflict-panel";
import { EditorProvider, type EditorTools } from "./editor-context";
import { EditorToolbar } from "./editor-toolbar";
import { EditorViews, type View } from "./editor-views";
import { OutlinePanel } from "./outline-panel";
import { PartEditor } from "./part-editor";
import { fieldAt, outlineId, type Part, partIn, partOfPath } from "./parts";
import { PreviewPanel } from "./preview-panel";
import { ProblemList } from "./problem-list";
import { SavesPanel } from "./saves-panel";
import { useDraft } from "./use-draft";
import { useEditorKeys } from "./use-editor-keys";

export interface EditorProps {
  draftId: number;
  accountId: number;
  document: DraftDocument;
  revision: number;
  /** The official form that the draft was made from, whose wording is locked; null for any other. */
  official: DraftDocument | null;
  /** Opens another draft. */
  onOpen: (draftId: number) => void;
}

/** The questionnaire editor: outline and problems, the part in work, and the page as citizens see it. */
export function Editor({ draftId, accountId, official, onOpen, ...opened }: EditorProps) {
  const t = useWords();
  const draft = useDraft({ draftId, accountId, ...opened });
  const { document } = draft;
  const [chosen, setChosen] = useState<Part>({ of: "form" });
  const selected = partIn(document, chosen);
  const [view, setView] = useState<View>("edit");
  const [bilingual, setBilingual] = useState(() => JSON.stringify(opened.document).includes('"en":"'));
  const [unlocked, setUnlocked] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState("");
  const problems = useMemo(() => draftProblems(document), [document]);
  const locked = useMemo(() => lockedWording(official, document), [official, document]);
  /** A part was opened: on a narrow screen, where it takes the outline's place, it begins at its heading. */
  const showFromTop = useRef(false);
  const focusNext = useRef<(() => HTMLElement | null | undefined) | null>(null);
  const announce = useCallback((message: string) => setSaid(message), []);

  const select: EditorTools["select"] = (part, focus) => {
    setChosen(part);
    if (focus === "outline") focusNext.current = () => window.document.getElementById(outlineId(part));
    else {
      setView("edit");
      showFromTop.current = true;
    }
    if (focus === "field") focusNext.current = firstField;
  };
  // The field stands on the page only once the part is shown.
  useEffect(() => {
    if (showFromTop.current && matchMedia("(max-width: 63.99rem)").matches)
      window.document.getElementById("part-editor")?.scrollIntoView({ block: "start" });
    showFromTop.current = false;
    const target = focusNext.current?.();
    focusNext.current = null;
    if (!target) return;
    const folded = target.closest("details");
    if (folded) folded.open = true;
    target.focus();
    target.scrollIntoView({ block: "nearest" });
  });
  const openProblem = ({ path }: DraftProblem) => {
    if (path.endsWith(".en")) setBilingual(true);
    select(partOfPath(path));
    focusNext.current = () => fieldAt(path) ?? window.document.getElementById("part-editor")?.querySelector("button");
  };
  useEditorKeys({
    undo: () => {
      draft.undo();
      announce(t("Đã hoàn tác."));
    },
    redo: () => {
      draft.redo();
      announce(t("Đã làm lại."));
    },
  });
  const tools: EditorTools = {
    document,
    problems,
    selected,
    bilingual,
    edit: draft.edit,
    rest: draft.rest,
    select,
    announce,
    isLocked: (list: LockedList, code: string) => locked.has(lockKey(list, code)) && !unlocked.has(lockKey(list, code)),
    unlock: (list, code) => setUnlocked(new Set([...unlocked, lockKey(list, code)])),
  };
  return (
    <EditorProvider value={tools}>
      <div className="editor" data-view={view}>
        <EditorToolbar {...{ draftId, draft, bilingual }} onBilingual={setBilingual} />
        <EditorViews view={view} onView={setView} />
        {draft.recovered && <p className="notice">{t("Đã lấy lại phần chưa kịp lưu lần trước trên máy này.")}</p>}
        {draft.state.kind === "conflict" && (
          <ConflictPanel
            base={draft.base}
            mine={document}
            theirs={draft.state.theirs}
            onSettle={(merged) => {
              if (draft.state.kind === "conflict") draft.settle(draft.state.theirs, merged);
            }}
            onApart={async () => {
              const apart = await draft.saveApart();
              if (apart !== null) onOpen(apart);
              return apart !== null;
            }}
          />
        )}
        <div className="editor-panels">
          <div className="editor-left">
            <ProblemList onOpen={openProblem} />
            <OutlinePanel />
            <SavesPanel
              draftId={draftId}
              onRestore={(restored) => {
                draft.edit({ kind: "replace", document: restored });
                announce(t("Đã lấy lại bản lưu cũ. Bấm Hoàn tác nếu không muốn."));
              }}
            />
          </div>
          <PartEditor />
          <PreviewPanel address={`/questionnaires/drafts/${draftId}/preview`} revision={draft.revision} />
        </div>
        <p role="status" className="visually-hidden">
          {said}
        </p>
      </div>
    </EditorProvider>
  );
}

function firstField(): HTMLElement | null {
  return document.querySelector<HTMLElement>("#part-editor :is(textarea, input, select):not(:disabled)");
}
