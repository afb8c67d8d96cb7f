import type { CodedColumn } from "./coded-column";

/** A column of a scored item with its table of which codes are valid answers, 1 or 0. */
export interface ScoredColumn {
  column: CodedColumn;
  validTable: Uint8Array;
}
