import { scoredItems } from "~/questionnaires/questionnaire";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { type Analysis, ancestorsOf, rowsOfUnits, type SplitValue, splitPersons, unitsOfFilter } from "./analysis";
import { type ProfileItem, profileItems } from "./analysis-filter";
import { masked } from "./analysis-group";
import { ALL_UNITS, measureGroup } from "./measure-groups";
import { type MeasurePlan, measurePlan } from "./measure-plan";
import type { MeasureRow } from "./result";

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
 * The overall index or an item by an answer about the respondent, of a unit or of all. A group below the unit minimum is
 * withheld, one of people who all gave one level as well, and whatever subtraction in the tree or among the answers needs besides.
 */
export function crossTable(analysis: Analysis, unit: string | null, choice: CrossChoice): CrossRow[] {
  const { results, frame } = analysis;
  const node = unit ?? ALL_UNITS;
  const item = profileItems(results.questionnaire).find(({ code }) => code === choice.by);
  if (!item) return [];
  const by = { item: choice.by };
  const { valueAt } = splitPersons(analysis, by);
  const alike = oneLevelGroups(analysis, choice.item, valueAt);
  const { isHidden } = splitPersons(analysis, by, (key, value) => alike.has(groupKey(key, value)));
  const members = unit === null ? null : new Set(unitsOfFilter(results, { unit, kind: null }).map(({ key }) => key));
  const rows = rowsOfUnits(frame, members);
  return optionsOf(item).map(({ option, label }) => {
    const group = measureGroup({ frame, unit: node, rows: rows.filter((row) => valueAt(row) === option) });
    const { measures, persons } = masked(group, results, !isHidden(node, option));
    const level = choice.item === "*" ? "overall" : "item";
    return { option, label, persons, row: measures.find((row) => row.level === level && row.code === choice.item) };
  });
}

function optionsOf({ options }: ProfileItem): { option: number | null; label: string | null }[] {
  return [...options.map(({ value, label }) => ({ option: value, label: label.vi })), { option: null, label: null }];
}

/** Groups of unit × answer in which every valid answer is at one level: their figure says what each person said. */
function oneLevelGroups(
  { results, frame }: Analysis,
  item: string,
  valueAt: (row: number) => SplitValue,
): ReadonlySet<string> {
  const { scored } = measurePlan(frame);
  const shown = item === "*" ? scored : scored.filter((one) => one.item.code === item);
  const aboveOf = frame.unitKeys.map((key) => [ALL_UNITS, ...ancestorsOf(results.units, key)]);
  const levels = new Map<string, number | typeof MIXED>();
  for (let row = 0; row < frame.size; row++) {
    const level = levelOf(shown, row);
    if (level === null) continue;
    for (const unit of aboveOf[frame.units[row] ?? -1] ?? []) {
      const key = groupKey(unit, valueAt(row));
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

function groupKey(unit: string, value: SplitValue): string {
  return `${value}/${unit}`;
}
