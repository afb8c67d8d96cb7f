import type { Viewer } from "~/access/viewer";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { CHANNELS, type Channel } from "~/responses/channels";
import type { Database } from "~db/open-database.server";
import { eachPackedRow, responsesFingerprint } from "~db/repositories/responses";
import { readTallies, talliesFingerprint } from "~db/repositories/tallies";
import { type MeasuredChannel, measureChannels } from "./channel-results";
import type { UnitGroup } from "./group-rows";
import { ALL_UNITS, type GroupMeasures, measureGroups } from "./measure-groups";
import { measuredFromTallies, measureTally, sumTallies } from "./measure-tallies";
import { createFrame } from "./response-frame";
import { type Tally, TallyBook } from "./tally-book";
import { RESPONSES } from "./tally-plan";

/** Measures of a survey before anything is masked. */
export interface MeasuredSurvey {
  /** Counted responses. */
  responses: number;
  /** All units together (`*`, first) and each of the groups. */
  groups: GroupMeasures[];
  channels: MeasuredChannel[];
}

interface SurveyToMeasure {
  viewer: Viewer;
  surveyId: number;
  questionnaire: Questionnaire;
  /** Keys of units by their id. */
  unitKeys: ReadonlyMap<number, string>;
  groups: readonly UnitGroup[];
}

/**
 * Measures the counted responses of a survey that the viewer may see: from tallies, without reading a record, wherever the
 * rule of its index allows it, with the very same rows.
 */
export async function measureSurvey(database: Database, survey: SurveyToMeasure): Promise<MeasuredSurvey> {
  if (!measuredFromTallies(survey.questionnaire)) return measureRecords(database, survey);
  const book = new TallyBook(survey.questionnaire);
  await readTallies(database, survey.viewer, survey.surveyId, book);
  return measureBook(book, survey);
}

/** A sign of what {@link measureSurvey} reads: while it stays the same, so do the measures. */
export async function surveyFingerprint(
  database: Database,
  { surveyId, questionnaire }: Pick<SurveyToMeasure, "surveyId" | "questionnaire">,
): Promise<string> {
  return measuredFromTallies(questionnaire)
    ? talliesFingerprint(database, surveyId)
    : responsesFingerprint(database, surveyId);
}

/** Measures from records, whatever the rule. */
export async function measureRecords(database: Database, survey: SurveyToMeasure): Promise<MeasuredSurvey> {
  const { viewer, surveyId, questionnaire, unitKeys, groups } = survey;
  const frame = createFrame(questionnaire);
  const rowsOf = new Map<Channel, number[]>();
  await eachPackedRow(database, viewer, surveyId, ({ unitId, channel, packed }) => {
    const rows = rowsOf.get(channel) ?? [];
    rows.push(frame.size);
    rowsOf.set(channel, rows);
    frame.addPacked(keyOf(unitKeys, unitId), packed);
  });
  return {
    responses: frame.size,
    groups: measureGroups({ frame, groups }),
    channels: measureChannels(frame, rowsOf),
  };
}

function measureBook(book: TallyBook, { unitKeys, groups }: SurveyToMeasure): MeasuredSurvey {
  const { plan } = book;
  const byUnit = new Map<string, Tally[]>();
  const byChannel = new Map<Channel, Tally[]>();
  for (const tally of book.tallies()) {
    if (tally.sums[RESPONSES] === 0) continue;
    addToList(byUnit, keyOf(unitKeys, tally.unitId), tally);
    addToList(byChannel, tally.channel, tally);
  }
  const units = new Map([...byUnit].map(([key, tallies]) => [key, sumTallies(plan, tallies)]));
  const all = sumTallies(plan, units.values());
  return {
    responses: all.sums[RESPONSES] ?? 0,
    groups: [
      measureTally(plan, ALL_UNITS, all),
      ...groups.map((group) => {
        const members = [...new Set(group.unitKeys)].flatMap((key) => units.get(key) ?? []);
        const [only] = members;
        return measureTally(plan, group.key, members.length === 1 && only ? only : sumTallies(plan, members));
      }),
    ],
    channels: CHANNELS.flatMap((channel) => {
      const tallies = byChannel.get(channel);
      if (!tallies) return [];
      const sum = sumTallies(plan, tallies);
      return [{ channel, responses: sum.sums[RESPONSES] ?? 0, group: measureTally(plan, channel, sum) }];
    }),
  };
}

function keyOf(unitKeys: ReadonlyMap<number, string>, unitId: number): string {
  return unitKeys.get(unitId) ?? `#${unitId}`;
}

function addToList<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
