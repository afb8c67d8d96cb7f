import { createContext, useContext } from "react";
import type { DraftDocument } from "~/questionnaires/draft-document";
import type { DraftProblem } from "~/questionnaires/draft-problems";
import type { Edit } from "~/questionnaires/edit-document";
import type { LockedList } from "~/questionnaires/locked-wording";
import type { Part } from "./parts";

/** What every part of the editor works with. */
export interface EditorTools {
  document: DraftDocument;
  problems: readonly DraftProblem[];
  selected: Part;
  /** Both languages stand side by side. */
  bilingual: boolean;
  /** @param typing names the field typed in, so that a word is one step to undo. */
  edit(edit: Edit, typing?: string): void;
  /** The field was left. */
  rest(): void;
  /** Shows a part; `focus` also takes the keyboard to its first field. */
  select(part: Part, focus?: "field" | "outline"): void;
  /** Says something to those who cannot see it happen. */
  announce(message: string): void;
  isLocked(list: LockedList, code: string): boolean;
  unlock(list: LockedList, code: string): void;
}

const EditorContext = createContext<EditorTools | null>(null);

export const EditorProvider = EditorContext.Provider;

export function useEditor(): EditorTools {
  const tools = useContext(EditorContext);
  if (!tools) throw new Error("part of the editor outside of it");
  return tools;
}
