import { scoredItems } from "~/questionnaires/questionnaire";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { type Analysis, ancestorsOf } from "./analysis";
import { type AnalysisFilter, type ProfileItem, profileItems } from "./analysis-filter";
import { groupOfCuts } from "./analysis-group";
import { ALL_UNITS } from "./measure-groups";
import { type MeasurePlan, measurePlan } from "./measure-plan";
import type { MeasureRow } from "./result";
import type { Cell } from "./split-cells";
import { answerWay, cutsOfFilter, type SplitWay, splitPersons } from "./split-persons";

/** What a cross-table shows: the overall index or one scored item, by a question about the respondent. */
export interface CrossChoice {
  /** Code of the question about the respondent. */
  by: string;
  /** Code of a scored item; `*` is the overall index. */
  item: string;
}

/** The persons who gave one answer about themselves; `option` null: who gave none. */
export interface CrossRow {
  option: number | null;
  label: string | null;
  row: MeasureRow | undefined;
  /** Persons of the group; null where masked. */
  persons: number | null;
}

/** `?by=P2&item=A1`; what the questionnaire does not have is the first question and the overall index, and is told. */
export function readCrossChoice(
  address: URLSearchParams,
  questionnaire: Questionnaire,
): { choice: CrossChoice | null; unknown: boolean } {
  const [by, item] = [address.get("by") ?? "", address.get("item") ?? ""];
  const profiles = profileItems(questionnaire);
  const known = profiles.find(({ code }) => code === by);
  const scored = scoredItems(questionnaire).some(({ code }) => code === item);
  const first = known ?? profiles[0];
  return {
    choice: first ? { by: first.code, item: scored ? item : "*" } : null,
    unknown: (by !== "" && !known) || (item !== "" && item !== "*" && !scored),
  };
}

/**
 * The overall index or an item by an answer about the respondent, among those whom the rest of a filter keeps. A group below
 * the unit minimum is withheld, one of people who all gave one level as well, and whatever subtraction in the tree or among
 * the answers needs besides.
 */
export function crossTable(analysis: Analysis, filter: AnalysisFilter, choice: CrossChoice): CrossRow[] {
  const item = profileItems(analysis.results.questionnaire).find(({ code }) => code === choice.by);
  if (!item) return [];
  const cuts = cutsOfFilter(analysis, { ...filter, profile: null });
  const way = answerWay(analysis, choice.by);
  const ways = [...cuts.map((cut) => cut.way), way];
  const alike = oneLevelGroups(analysis, choice.item, ways);
  const split = splitPersons(analysis, ways, {
    isForced: (unit, cell) => alike.has(groupKey(unit, cell)),
    by: choice.item,
  });
  return optionsOf(item).map(({ option, label }) => {
    const at = way.names.indexOf(option);
    const all = [...cuts, { way, wanted: new Set(at < 0 ? [] : [at + 1]) }];
    const wanted = all.map((cut) => cut.wanted);
    const isHidden = (unit: string) => split.isHidden(unit, wanted);
    const { measures, persons } = groupOfCuts(analysis, filter, { cuts: all, isHidden });
    const level = choice.item === "*" ? "overall" : "item";
    return { option, label, persons, row: measures.find((row) => row.level === level && row.code === choice.item) };
  });
}

function optionsOf({ options }: ProfileItem): { option: number | null; label: string | null }[] {
  return [...options.map(({ value, label }) => ({ option: value, label: label.vi })), { option: null, label: null }];
}

/** Groups of unit × values in which every valid answer is at one level: their figure says what each person said. */
function oneLevelGroups({ results, frame }: Analysis, item: string, ways: readonly SplitWay[]): ReadonlySet<string> {
  const { scored } = measurePlan(frame);
  const shown = item === "*" ? scored : scored.filter((one) => one.item.code === item);
  const aboveOf = frame.unitKeys.map((key) => [ALL_UNITS, ...ancestorsOf(results.units, key)]);
  const levels = new Map<string, number | typeof MIXED>();
  for (let row = 0; row < frame.size; row++) {
    const level = levelOf(shown, row);
    if (level === null) continue;
    const cell = ways.map(({ valueAt }) => valueAt(row));
    for (const unit of aboveOf[frame.units[row] ?? -1] ?? []) {
      const key = groupKey(unit, cell);
      const known = levels.get(key);
      if (known !== MIXED) levels.set(key, known === undefined || known === level ? level : MIXED);
    }
  }
  return new Set([...levels].flatMap(([key, level]) => (level === MIXED ? [] : [key])));
}

const MIXED = Symbol("several levels");

/** The level of all valid answers of a person; null without any. */
function levelOf(items: MeasurePlan["scored"], row: number): number | typeof MIXED | null {
  let level: number | null = null;
  for (const { column, coding } of items) {
    const code = column.codes[row] ?? -1;
    if (code < 0 || !coding.valid[code]) continue;
    const own = coding.values[code] ?? 0;
    if (level !== null && own !== level) return MIXED;
    level = own;
  }
  return level;
}

function groupKey(unit: string, cell: Cell): string {
  return `${cell.join("/")}/${unit}`;
}
