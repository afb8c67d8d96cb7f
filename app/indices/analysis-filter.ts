import { z } from "zod";
import type { ItemOf } from "~/questionnaires/questionnaire-schema";
import { isStaffForm, type VersionedForm } from "~/questionnaires/staff-form";
import type { Channel } from "~/responses/channels";
import type { UnitKind } from "~/units/unit-kinds";

/** A question about the respondent with one answer, by which persons can be grouped. */
export type ProfileItem = ItemOf<"single">;

/** An answer about the respondent: the code of the question and the value of the option. */
export interface ProfileChoice {
  item: string;
  option: number;
}

/** Forms that no quality rule flags, or those alone that one does. */
export const QUALITY_CHOICES = ["unflagged", "flagged"] as const;
export type QualityChoice = (typeof QUALITY_CHOICES)[number];

/** Which responses an analysis is about; null leaves a matter open. The address holds all of it, so that a view can be shared. */
export interface AnalysisFilter {
  /** Key of a unit or of a node that rolls units up. */
  unit: string | null;
  kind: UnitKind | null;
  /** First and last whole calendar month (`2026-05`, in TIME_ZONE) in which forms were finished. */
  from: string | null;
  to: string | null;
  channel: Channel | null;
  profile: ProfileChoice | null;
  quality: QualityChoice | null;
}

/** What the address may name in this survey. */
export interface FilterChoices {
  units: readonly { key: string }[];
  kinds: readonly UnitKind[];
  /** Whole calendar months of the survey up to now, the first first. */
  months: readonly string[];
  channels: readonly Channel[];
  profiles: readonly ProfileItem[];
  /** None where whoever looks may not see how forms were judged. */
  qualities: readonly QualityChoice[];
}

export const FILTER_NAMES = ["unit", "kind", "from", "to", "channel", "profile", "quality"] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** What tells persons within a unit apart. */
export const CUT_NAMES = ["from", "to", "channel", "profile", "quality"] as const satisfies FilterName[];

export const NO_FILTER: AnalysisFilter = {
  ...{ unit: null, kind: null, from: null, to: null },
  ...{ channel: null, profile: null, quality: null },
};

/** Questions by which respondents may be told apart: none in a form of staff, who know one another. */
export function profileItems(questionnaire: VersionedForm): ProfileItem[] {
  if (isStaffForm(questionnaire)) return [];
  return questionnaire.items.flatMap((item) => (item.type === "single" && item.profile ? [item] : []));
}

/** Calendar months from one day to another, both included; none where the second comes first. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/**
 * The filter in an address. What this survey does not know is left out and named in `ignored`, and so is a period that ends
 * before it begins: an old link to a view still opens, and whoever opens it is told that it shows something else.
 */
export function readAnalysisFilter(
  address: URLSearchParams,
  choices: FilterChoices,
): { filter: AnalysisFilter; ignored: FilterName[] } {
  const ignored: FilterName[] = [];
  const read = <T extends string>(name: FilterName, allowed: readonly T[]): T | null => {
    const asked = address.get(name) ?? "";
    if (asked === "") return null;
    const parsed = z.enum(allowed as readonly [T, ...T[]]).safeParse(asked);
    if (parsed.success) return parsed.data as T;
    ignored.push(name);
    return null;
  };
  const options = choices.profiles.flatMap((item) =>
    item.options.map(({ value }) => profileText({ item: item.code, option: value })),
  );
  const units = choices.units.map(({ key }) => key);
  const filter = {
    ...{ unit: read("unit", units), kind: read("kind", choices.kinds) },
    ...{ from: read("from", choices.months), to: read("to", choices.months) },
    ...{ channel: read("channel", choices.channels), profile: readProfile(read("profile", options)) },
    quality: read("quality", choices.qualities),
  };
  if (filter.from === null || filter.to === null || filter.from <= filter.to) return { filter, ignored };
  return { filter: { ...filter, from: null, to: null }, ignored: [...ignored, "from", "to"] };
}

/** `P2.1`: how an answer about the respondent stands in an address and in a form. */
export function profileText({ item, option }: ProfileChoice): string {
  return `${item}.${option}`;
}

function readProfile(text: string | null): ProfileChoice | null {
  if (text === null) return null;
  const [item = "", option = ""] = text.split(".");
  return { item, option: Number(option) };
}

/** The filter as fields of an address, those left open without a place. */
export function filterFields(filter: AnalysisFilter): [FilterName, string][] {
  return FILTER_NAMES.flatMap((name): [FilterName, string][] => {
    const value = name === "profile" ? filter.profile && profileText(filter.profile) : filter[name];
    return value === null ? [] : [[name, value]];
  });
}

/** Address of a view with a filter and what else the view is asked for. */
export function analysisAddress(filter: AnalysisFilter, more: Readonly<Record<string, string>> = {}): string {
  const fields = [...filterFields(filter), ...Object.entries(more).filter(([, value]) => value !== "")];
  return fields.length === 0 ? "?" : `?${new URLSearchParams(fields)}`;
}

/** Whether the filter chooses persons within units, not only units. */
export function splitsUnits(filter: AnalysisFilter): boolean {
  return CUT_NAMES.some((name) => filter[name] !== null);
}

/** In how many ways a filter tells persons within units apart: a period is one way, whether it has one end or two. */
export function crossedWays({ from, to, channel, profile, quality }: AnalysisFilter): number {
  return [from ?? to, channel, profile, quality].filter((cut) => cut !== null).length;
}

/** From so many ways crossed, what is told of a survey of many units is little or nothing (`splitMasks`). */
export const MANY_WAYS = 3;
