/** What became of the units of a survey that is copied, by their names. */
export interface UnitChanges {
  merged: { from: string[]; to: string }[];
  split: { from: string; to: string[] }[];
  gone: string[];
}
