/** How long a page waits for what is read from responses before it says how far it is. */
export const PATIENCE_MS = 900;

/** How far reading the responses of a survey is; a total of 0: not begun. */
export interface ReadingProgress {
  read: number;
  total: number;
}
