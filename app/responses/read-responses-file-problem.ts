/** One cell of a responses file that cannot be taken: where it stands, what it says and why not, in Vietnamese. */
export interface CellProblem {
  /** Line of the file on which the row starts, the header being line 1. */
  line: number;
  /** Name of the column, or {@link WHOLE_ROW}. */
  column: string;
  value: string;
  reason: string;
}

/** Stands for the column where a problem concerns the row as a whole. */
export const WHOLE_ROW = "cả dòng";

const LONGEST_VALUE_SHOWN = 60;

export function cellProblem(line: number, column: string, value: string, reason: string): CellProblem {
  const shown = value.length > LONGEST_VALUE_SHOWN ? `${value.slice(0, LONGEST_VALUE_SHOWN)}…` : value;
  return { line, column, value: shown, reason };
}

export function describeProblem({ line, column, value, reason }: CellProblem): string {
  const place = column === WHOLE_ROW ? `dòng ${line}` : `dòng ${line}, cột ${column}`;
  return `${place}, giá trị «${value}»: ${reason}`;
}

/** The file cannot be read on from here, whatever the caller says about skipping bad rows. */
export class UnreadableResponsesFile extends Error {
  constructor(readonly problem: CellProblem) {
    super(describeProblem(problem));
    this.name = "UnreadableResponsesFile";
  }
}
