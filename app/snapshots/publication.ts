/** What the public is shown of a survey: one of its final snapshots, until another replaces it or it is withdrawn. */
export interface Publication {
  id: number;
  surveyId: number;
  snapshotId: number;
  /** Of the snapshot, within its survey. */
  number: number;
  publishedAt: string;
  /** Said to the public beside the figures; may be empty on the first. */
  note: string;
  /** Null while it stands. */
  withdrawnAt: string | null;
  /** Why it was withdrawn; null where a later one replaced it. */
  withdrawalNote: string | null;
}

/** What a publication can be asked to do. */
export const PUBLICATION_STEPS = ["publish", "withdraw"] as const;
export type PublicationStep = (typeof PUBLICATION_STEPS)[number];

/** Characters of what is said to the public. */
export const PUBLICATION_NOTE_LENGTH = 500;
