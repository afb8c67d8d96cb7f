import { CODE_OFFSET } from "./frame-codes";
import type { ScaleCoding } from "./scale-coding";
import type { ScoredColumn } from "./scored-column";

/** Whole-number sums over persons of one index row: mᵢ valid answers of person i, xᵢ what is averaged. */
export interface ScoreSums {
  /** Σx. */
  sum: number;
  /** Σx². */
  squares: number;
  /** Σmx. */
  cross: number;
}

/** What a pooled index and its error need of a group, whoever its persons are: such sums add up over groups. */
export interface IndexSums {
  /** Persons with a valid answer. */
  persons: number;
  /** Σm. */
  answers: number;
  /** Σm². */
  answerSquares: number;
  /** x: satisfied answers. */
  rate: ScoreSums;
  /** x: sum of levels. */
  mean: ScoreSums;
}

/** A scored item's column, and by code whether the answer is valid and satisfied (1 or 0) and its level (0 where not valid). */
export interface ScoreTables {
  column: ScoredColumn["column"];
  valid: Uint8Array;
  satisfied: Uint8Array;
  level: Int32Array;
}

export function scoreTables({ column, coding }: ScoredColumn & { coding: ScaleCoding }): ScoreTables {
  const length = coding.values.length + CODE_OFFSET;
  const tables = { valid: new Uint8Array(length), satisfied: new Uint8Array(length), level: new Int32Array(length) };
  coding.values.forEach((value, code) => {
    if (!coding.valid[code]) return;
    tables.valid[code + CODE_OFFSET] = 1;
    tables.satisfied[code + CODE_OFFSET] = coding.satisfied[code] ? 1 : 0;
    tables.level[code + CODE_OFFSET] = value;
  });
  return { column, ...tables };
}

/** Per person of a block: valid answers, satisfied ones and the sum of levels over the items of an index. */
export interface PersonScores {
  answers: Int32Array;
  satisfied: Int32Array;
  levels: Int32Array;
}

export function personScores(capacity: number): PersonScores {
  return {
    answers: new Int32Array(capacity),
    satisfied: new Int32Array(capacity),
    levels: new Int32Array(capacity),
  };
}

/** Adds an item's answers in the given rows to the scores of its persons. */
export function addScores({ answers, satisfied, levels }: PersonScores, rows: Int32Array, item: ScoreTables): void {
  const { codes } = item.column;
  const { valid, satisfied: isSatisfied, level } = item;
  for (let index = 0; index < rows.length; index++) {
    const element = (codes[rows[index] as number] as number) + CODE_OFFSET;
    answers[index] = (answers[index] as number) + (valid[element] as number);
    satisfied[index] = (satisfied[index] as number) + (isSatisfied[element] as number);
    levels[index] = (levels[index] as number) + (level[element] as number);
  }
}

const BLOCK = 2048;

/** The sums over persons of the items of an index. */
export function indexSums(rows: Int32Array, items: readonly ScoreTables[]): IndexSums {
  const sums = noIndexSums();
  const scores = personScores(BLOCK);
  for (let start = 0; start < rows.length; start += BLOCK) {
    const block = rows.subarray(start, start + BLOCK);
    for (const array of [scores.answers, scores.satisfied, scores.levels]) array.fill(0);
    for (const item of items) addScores(scores, block, item);
    for (let index = 0; index < block.length; index++) {
      const answers = scores.answers[index] as number;
      if (answers === 0) continue;
      sums.persons++;
      sums.answers += answers;
      sums.answerSquares += answers * answers;
      addScore(sums.rate, answers, scores.satisfied[index] as number);
      addScore(sums.mean, answers, scores.levels[index] as number);
    }
  }
  return sums;
}

export function noIndexSums(): IndexSums {
  const none = () => ({ sum: 0, squares: 0, cross: 0 });
  return { persons: 0, answers: 0, answerSquares: 0, rate: none(), mean: none() };
}

function addScore(sums: ScoreSums, answers: number, score: number): void {
  sums.sum += score;
  sums.squares += score * score;
  sums.cross += answers * score;
}

/** Sums of three terms this large are still exact in a double. */
const EXACT = Number.MAX_SAFE_INTEGER / 4;

/**
 * Σuᵢ² of a pooled ratio θ̂ = X/M with uᵢ = (xᵢ − θ̂mᵢ)/M (contracts, section 3), as (M²Σx² − 2MXΣmx + X²Σm²)/M⁴: whole
 * numbers up to the division, so that it depends neither on the order of persons nor on how they were grouped, and is
 * exactly 0 for people who all give the same mix of answers. 0 where nobody answered.
 */
export function pooledSquares({ answers, answerSquares }: IndexSums, { sum, squares, cross }: ScoreSums): number {
  if (answers === 0) return 0;
  const terms = [answers * answers * squares, -2 * answers * sum * cross, sum * sum * answerSquares] as const;
  const whole = terms.every((term) => Math.abs(term) < EXACT)
    ? terms[0] + terms[1] + terms[2]
    : Number(
        BigInt(answers) ** 2n * BigInt(squares) -
          2n * BigInt(answers) * BigInt(sum) * BigInt(cross) +
          BigInt(sum) ** 2n * BigInt(answerSquares),
      );
  return whole / (answers * answers) / (answers * answers);
}
