import type { Viewer } from "~/access/viewer";
import type { LinkedItem } from "~/questionnaires/linked-items";
import { scoredItems } from "~/questionnaires/questionnaire";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { Channel } from "~/responses/channels";
import { lastFieldDay } from "~/surveys/survey";
import { type LineageEdge, reaggregate } from "~/units/reaggregate";
import type { Database } from "~db/open-database.server";
import { eachPackedRow } from "~db/repositories/packed-rows";
import type { SurveySummary } from "~db/repositories/surveys";
import { readTree } from "~db/repositories/units";
import type { MeasuredPoint } from "./judge-trend";
import { loadSurveyResults } from "./load-survey-results.server";
import { maskSmallCells } from "./mask-small-cells";
import { mayPool } from "./may-pool";
import { ALL_UNITS, measureGroup } from "./measure-groups";
import { minimumsOf } from "./minimums";
import { batchesSince } from "./published-batches";
import { createFrame, type ResponseFrame } from "./response-frame";

export interface TrendRequest {
  viewer: Viewer;
  surveyId: number;
  today: string;
  timeZone: string;
  province: string;
  minimums: { cell: number; unit: number };
  /** Of the earlier surveys; all that can be compared when null. */
  with: readonly number[] | null;
  /** Key of a unit of today; all units together when null. */
  unit: string | null;
}

/** A survey of the series, and the units that its answers are brought into. */
export interface SurveyOfSeries {
  survey: SurveySummary;
  questionnaire: Questionnaire;
  /** Its items that every survey of the series has. */
  links: readonly LinkedItem[];
  /** The day whose units are shown. */
  day: string;
  edges: readonly LineageEdge[];
  /** Names of the units of that day by their ids. */
  namesNow: ReadonlyMap<number, string>;
  /** Ids of the units that are shown; all when null. */
  branch: ReadonlySet<number> | null;
}

/** Figures of one survey over its linked items, in the units of a later day, masked as its own results are. */
export async function measureTrendPoint(
  database: Database,
  request: TrendRequest,
  one: SurveyOfSeries,
): Promise<MeasuredPoint> {
  const { survey, questionnaire, links, branch } = one;
  const from = lastFieldDay(survey, one.day);
  const made = reaggregate(one.edges, { from, to: one.day });
  const collected = await collectAnswers(database, request, {
    ...one,
    became: new Map([...made].flatMap(([now, { whole }]) => whole.map((old) => [old, now] as const))),
  });
  const then = await readTree(database, from);
  const names = new Map(then.map(({ id, name }) => [id, name]));
  const cut = [...made].flatMap(([now, parts]) => (branch?.has(now) ? parts.split : []));
  const split = [...new Set(cut)].map((old) => ({ name: names.get(old) ?? "", ...dividedInto(old, one) }));
  const keys = then.flatMap(({ id, key }) => (collected.pooled.has(id) ? [key] : []));
  const { measures, sized } = await maskedMeasures(database, request, { ...one, ...collected, keys });
  const itemOf = new Map(measures.flatMap((row) => (row.level === "item" ? [[row.code, row]] : [])));
  return {
    point: {
      survey: {
        ...{ id: survey.id, title: survey.title, opensOn: survey.opensOn, closesOn: survey.closesOn },
        ...{ basis: survey.basis, simulated: survey.simulated },
      },
      overall: split.length > 0 ? null : (measures.find(({ level }) => level === "overall") ?? null),
      sized: split.length > 0 ? null : sized,
      items: Object.fromEntries(
        links.flatMap(({ from: code, to }) => {
          const row = itemOf.get(code);
          return row && split.length === 0 ? [[to, row]] : [];
        }),
      ),
      split,
      madeOf: branch === null ? [] : [...collected.merged].map((old) => names.get(old) ?? "").sort(byText),
      changedOn: changesWithin(one.edges, { branch, opensOn: survey.opensOn, from }),
    },
    ground: {
      ...{ versionId: survey.versionId, rule: JSON.stringify(questionnaire.index), basis: survey.basis },
      ...{ channels: collected.channels, units: collected.units, changedUnits: collected.changedUnits },
    },
  };
}

/** Days on which units shown took in others, or a part of others, while a survey ran; all units together lose no answer. */
function changesWithin(
  edges: readonly LineageEdge[],
  { branch, opensOn, from }: { branch: ReadonlySet<number> | null; opensOn: string; from: string },
): string[] {
  const days = edges
    .filter(({ oldUnitId, newUnitId }) => branch?.has(newUnitId) && !branch.has(oldUnitId))
    .flatMap(({ effectiveOn }) => (effectiveOn > opensOn && effectiveOn <= from ? [effectiveOn] : []));
  return [...new Set(days)].sort();
}

/** From what day on a unit was divided, and among which units of today. */
function dividedInto(old: number, { edges, namesNow }: SurveyOfSeries): { on: string; into: string[] } {
  const parts = edges.filter(({ oldUnitId }) => oldUnitId === old);
  const into = parts.flatMap(({ newUnitId }) => namesNow.get(newUnitId) ?? []);
  return { on: parts[0]?.effectiveOn ?? "", into: into.sort(byText) };
}

/** Answers to the linked items alone, of the units shown, with what the series' ground is told from. */
async function collectAnswers(
  database: Database,
  { viewer, today, timeZone }: TrendRequest,
  { survey, questionnaire, links, branch, became }: SurveyOfSeries & { became: ReadonlyMap<number, number> },
) {
  const linked = new Set(links.map(({ from }) => from));
  const left = scoredItems(questionnaire).flatMap(({ code }) => (linked.has(code) ? [] : [code]));
  const frame = createFrame(questionnaire, { notAsked: new Set(left) });
  const channels = new Map<Channel, number>();
  const units = new Set<string>();
  const pooled = new Set<number>();
  const merged = new Set<number>();
  let changedUnits = false;
  const since = batchesSince(survey, { today, timeZone });
  await eachPackedRow(database, viewer, { surveyId: survey.id, since }, ({ unitId, channel, packed }) => {
    const now = became.get(unitId) ?? unitId;
    if (now !== unitId) changedUnits = true;
    if (branch && !branch.has(now)) return;
    frame.addPacked(String(now), packed);
    channels.set(channel, (channels.get(channel) ?? 0) + 1);
    units.add(String(now));
    pooled.add(unitId);
    if (now !== unitId) merged.add(unitId);
  });
  return { frame, channels, units, pooled, merged, changedUnits };
}

/**
 * All answers as one group, told only where the survey's own results tell the units that it pools; and the survey's own
 * overall figure theo quy mô, where it is about the same items and the same units.
 */
async function maskedMeasures(
  database: Database,
  { viewer, today, timeZone, province, minimums: least, unit }: TrendRequest,
  {
    survey,
    questionnaire,
    links,
    frame,
    changedUnits,
    keys,
  }: SurveyOfSeries & { frame: ResponseFrame; changedUnits: boolean; keys: readonly string[] },
) {
  const results = await loadSurveyResults(database, {
    ...{ viewer, surveyId: survey.id, today, timeZone, province, minimums: least },
  });
  // All units together are the survey itself, whatever became of them since.
  const told = results !== null && mayPool(results, { unit: unit !== null && changedUnits ? undefined : unit, keys });
  const minimums = minimumsOf(questionnaire, least);
  const [masked] = maskSmallCells({
    ...{ questionnaire, groups: [measureGroup({ frame, unit: "*", rows: null })] },
    ...{ minCell: minimums.cell, minSame: minimums.same },
    minUnit: told ? minimums.unit : Number.POSITIVE_INFINITY,
  });
  const isSame = links.length === scoredItems(questionnaire).length && (unit === null || !changedUnits);
  const sized = results?.bySize.rows.find((row) => row.unit === (unit ?? ALL_UNITS) && row.level === "overall");
  return { measures: masked?.measures ?? [], sized: isSame && sized?.suppressed === null ? sized : null };
}

const byText = new Intl.Collator("vi", { numeric: true }).compare;
