/** What a thread does with a file of responses. */
export type ImportTask = "check" | "store";

/** How far it is. */
export interface ImportProgress {
  task: ImportTask;
  waiting: boolean;
  rows: number;
  /** Share of the file that has been read, 0 to 1; null where it cannot be told. */
  share: number | null;
}
