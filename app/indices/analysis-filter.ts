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

/** Which responses an analysis is about; null leaves a matter open. The address holds all of it, so that a view can be shared. */
export interface AnalysisFilter {
  /** Key of a unit or of a node that rolls units up. */
  unit: string | null;
  kind: UnitKind | null;
  channel: Channel | null;
  profile: ProfileChoice | null;
}

/** What the address may name in this survey. */
export interface FilterChoices {
  units: readonly { key: string }[];
  kinds: readonly UnitKind[];
  channels: readonly Channel[];
  profiles: readonly ProfileItem[];
}

export const FILTER_NAMES = ["unit", "kind", "channel", "profile"] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

export const NO_FILTER: AnalysisFilter = { unit: null, kind: null, channel: null, profile: null };

/** Questions by which respondents may be told apart: none in a form of staff, who know one another. */
export function profileItems(questionnaire: VersionedForm): ProfileItem[] {
  if (isStaffForm(questionnaire)) return [];
  return questionnaire.items.flatMap((item) => (item.type === "single" && item.profile ? [item] : []));
}

/**
 * The filter in an address. Channel and answer are not asked at once, since groups of both are too small to hide one
 * another: the answer goes first. What this survey does not know is left out and named in `ignored`: an old link to a view still
 * opens, and whoever opens it is told that it shows something else.
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
  const profile = readProfile(read("profile", options));
  const filter = {
    unit: read(
      "unit",
      choices.units.map(({ key }) => key),
    ),
    kind: read("kind", choices.kinds),
    channel: profile === null ? read("channel", choices.channels) : null,
    profile,
  };
  if (profile !== null && address.get("channel")) ignored.push("channel");
  return { filter, ignored };
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
  const fields: [FilterName, string | null][] = [
    ["unit", filter.unit],
    ["kind", filter.kind],
    ["channel", filter.channel],
    ["profile", filter.profile && profileText(filter.profile)],
  ];
  return fields.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

/** Address of a view with a filter and what else the view is asked for. */
export function analysisAddress(filter: AnalysisFilter, more: Readonly<Record<string, string>> = {}): string {
  const fields = [...filterFields(filter), ...Object.entries(more).filter(([, value]) => value !== "")];
  return fields.length === 0 ? "?" : `?${new URLSearchParams(fields)}`;
}

/** Whether the filter chooses persons within units, not only units. */
export function splitsUnits({ channel, profile }: AnalysisFilter): boolean {
  return channel !== null || profile !== null;
}
