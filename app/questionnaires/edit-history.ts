import type { DraftDocument } from "./draft-document";
import { type Edit, editDocument } from "./edit-document";

/** Steps that can be taken back. */
const STEPS = 100;

/** A draft with its way here and the steps that were taken back. */
export interface EditHistory {
  past: readonly DraftDocument[];
  present: DraftDocument;
  future: readonly DraftDocument[];
  /** Names the field that is being typed in: letters typed there one after another are one step. */
  typing: string | null;
}

export function startHistory(document: DraftDocument): EditHistory {
  return { past: [], present: document, future: [], typing: null };
}

/**
 * The history after an edit; one that changes nothing leaves no step.
 * @param typing the field typed in, so that a word is one step and not seven.
 */
export function edited(history: EditHistory, edit: Edit, typing: string | null = null): EditHistory {
  const present = editDocument(history.present, edit);
  if (present === history.present || JSON.stringify(present) === JSON.stringify(history.present)) return history;
  const continues = typing !== null && typing === history.typing && history.past.length > 0;
  const past = continues ? history.past : [...history.past, history.present].slice(-STEPS);
  return { past, present, future: [], typing };
}

export function undone(history: EditHistory): EditHistory {
  const present = history.past.at(-1);
  if (!present) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future], typing: null };
}

export function redone(history: EditHistory): EditHistory {
  const [present, ...future] = history.future;
  if (!present) return history;
  return { past: [...history.past, history.present], present, future, typing: null };
}

/** The field was left: what is typed there next is a step of its own. */
export function rested(history: EditHistory): EditHistory {
  return history.typing === null ? history : { ...history, typing: null };
}
