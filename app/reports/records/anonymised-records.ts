import { type Answers, noAnswers, withoutUnasked } from "~/questionnaires/answers";
import { packedLayout, unpackAnswers } from "~/questionnaires/packed-layout";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { Channel } from "~/responses/channels";
import { type ProtectedRecords, protectRecords } from "./record-disclosure";
import { protectTimes, type TimeDetail } from "./record-time";
import { RECORDS_AT_ONCE, type Steps } from "./steps";

/** Fewest records of a unit that are alike in everything a person may be recognised by. */
export const LEAST_ALIKE = 5;
/** Numbers about the respondent (age, days in hospital) are told in steps. */
export const NUMBER_STEP = 10;

/** The unit under which a record stands; several small ones stand under the one above them. */
export interface RecordUnit {
  key: string;
  code: string;
  name: string;
  /** Whether it stands for several units. */
  merged: boolean;
  /** Units or persons it was drawn from; null: the sample has no design. */
  population: number | null;
}

/** Counted responses of a finalised survey before anything is done to them; all lists run side by side. */
export interface RawRecords {
  questionnaire: Questionnaire;
  /** Answers come from the simulator. */
  simulated: boolean;
  units: readonly RecordUnit[];
  /** Position in `units`. */
  groups: Int32Array;
  channels: readonly Channel[];
  packed: readonly string[];
  /** Local half-days (app/reports/records/record-time.ts). */
  halfDays: readonly string[];
  /** Codes of questions about the respondent that are left out altogether. */
  dropped: ReadonlySet<string>;
}

export interface AnonymisedRecord {
  unit: RecordUnit;
  /** Null: too few of the unit came by it. */
  channel: Channel | null;
  /** ISO day, or day and half-day; null: not told. */
  submittedAt: string | null;
  answers: Answers;
  /** Responses that this one stands for; null: the sample has no design. */
  weight: number | null;
}

/** What the disclosure check found and did. */
export interface DisclosureFindings {
  records: number;
  units: number;
  /** Groups that stand for several units. */
  merged: number;
  smallest: number;
  /** Values left out, by question; the channel is `channel`. */
  suppressed: { code: string; cells: number }[];
  /** Values that there were in those columns. */
  cells: number;
  /** Questions whose numbers are told in steps. */
  stepped: string[];
  dropped: string[];
  /** Records that would be the only ones of their kind for who knows the half-day too. */
  uniqueByTime: number;
}

export interface AnonymisedRecords {
  questionnaire: Questionnaire;
  simulated: boolean;
  units: readonly RecordUnit[];
  findings: DisclosureFindings;
  /** Whether there are weights: every unit's size is known and none is smaller than its sample. */
  hasDesign: boolean;
  time: TimeDetail;
  /** In the order given: positions of the raw records. */
  read: (order: Iterable<number>) => Generator<AnonymisedRecord>;
}

/** The records as they may leave: recoded, and left out where somebody could be recognised. */
export function* anonymise(raw: RawRecords, time: TimeDetail): Steps<AnonymisedRecords> {
  const { questionnaire, groups, packed, units, halfDays } = raw;
  const profile = identifyingColumns(raw);
  const variables = [{ code: "channel", values: yield* numbered(raw.channels, (channel) => channel) }];
  for (const { code, read } of profile) variables.push({ code, values: yield* numbered(packed, read) });
  const safe = yield* protectRecords({ groups, variables, k: LEAST_ALIKE });
  const times = yield* protectTimes({ groups, halfDays, detail: time, k: LEAST_ALIKE });
  const sizes = new Int32Array(units.length);
  for (const group of groups) sizes[group] = (sizes[group] ?? 0) + 1;
  const hasDesign = units.every(({ population }, at) => population !== null && population >= (sizes[at] ?? 0));
  const stepped = new Set(steppedCodes(raw));
  const layout = packedLayout(questionnaire);
  const uniqueByTime = yield* countUnique(safe, halfDays);
  const record = (at: number): AnonymisedRecord => {
    const unit = units[groups[at] ?? 0];
    if (!unit) throw new RangeError(`record ${at} has no unit`);
    const answers = Object.assign(noAnswers(), unpackAnswers(layout, packed[at] ?? ""));
    for (const code of raw.dropped) delete answers[code];
    for (const [variable, { code }] of profile.entries()) if (safe.isSuppressed(at, variable + 1)) delete answers[code];
    for (const code of stepped) {
      const value = answers[code];
      if (typeof value === "number") answers[code] = inSteps(value);
    }
    return {
      unit,
      channel: safe.isSuppressed(at, 0) ? null : (raw.channels[at] ?? null),
      submittedAt: times[at] ?? null,
      // What was asked because of an answer that is left out would tell it.
      answers: withoutUnasked(questionnaire, answers).answers,
      weight: hasDesign ? (unit.population ?? 0) / (sizes[groups[at] ?? 0] ?? 1) : null,
    };
  };
  return {
    ...{ questionnaire, simulated: raw.simulated, units, hasDesign, time },
    findings: {
      ...{ records: packed.length, units: units.length, merged: units.filter(({ merged }) => merged).length },
      smallest: safe.smallest,
      suppressed: variables.map(({ code }, at) => ({ code, cells: safe.cells[at] ?? 0 })),
      cells: variables.reduce((sum, { values }) => sum + values.reduce((own, one) => own + (one === 0 ? 0 : 1), 0), 0),
      ...{ stepped: [...stepped], dropped: [...raw.dropped], uniqueByTime },
    },
    *read(order) {
      for (const at of order) yield record(at);
    },
  };
}

/** Closed questions about the respondent, and what of each identifies; numbers in their steps. */
function identifyingColumns({ questionnaire, dropped }: RawRecords) {
  return packedLayout(questionnaire).columns.flatMap(({ item, start, width }) => {
    if (!item.profile || dropped.has(item.code)) return [];
    const field = (record: string) => record.slice(start, start + width).trim();
    const stepped = (record: string) => (field(record) === "" ? "" : String(inSteps(Number(field(record)))));
    return [{ code: item.code, read: item.type === "number" ? stepped : field }];
  });
}

function steppedCodes({ questionnaire, dropped }: RawRecords): string[] {
  return questionnaire.items.flatMap(({ code, type, profile }) =>
    type === "number" && profile && !dropped.has(code) ? [code] : [],
  );
}

function inSteps(value: number): number {
  return Math.floor(value / NUMBER_STEP) * NUMBER_STEP;
}

/** Values as numbers from 1; 0 for none. */
function* numbered<Value>(values: readonly Value[], read: (value: Value) => string): Steps<Int32Array> {
  const numbers = new Map([["", 0]]);
  const numbered = new Int32Array(values.length);
  for (const [at, value] of values.entries()) {
    const text = read(value);
    const number = numbers.get(text) ?? numbers.size;
    if (number === numbers.size) numbers.set(text, number);
    numbered[at] = number;
    if (at % RECORDS_AT_ONCE === 0) yield;
  }
  return numbered;
}

function* countUnique(safe: ProtectedRecords, halfDays: readonly string[]): Steps<number> {
  const counts = new Map<string, number>();
  for (const [at, half] of halfDays.entries()) {
    const key = `${safe.classOf(at)}/${half}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (at % RECORDS_AT_ONCE === 0) yield;
  }
  let unique = 0;
  for (const count of counts.values()) if (count === 1) unique++;
  return unique;
}
