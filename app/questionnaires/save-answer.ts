import type { DraftDocument } from "./draft-document";

/** What somebody else has saved of a draft in the meantime. */
export interface TheirDraft {
  document: DraftDocument;
  revision: number;
  /** Name of the officer; null where the account is gone. */
  by: string | null;
  /** Day and time in words of the province. */
  at: string;
}

/** What the server says to a save of a draft, as JSON. */
export type SaveAnswer =
  | { outcome: "saved"; revision: number; at: string }
  | { outcome: "conflict"; theirs: TheirDraft }
  | { outcome: "apart"; draftId: number }
  | { outcome: "missing" }
  | { outcome: "refused"; message: string };

/** One kept state of a draft, as the list of saves shows it. */
export interface KeptSave {
  revision: number;
  at: string;
  by: string | null;
}
