import type { Viewer } from "~/access/viewer";
import { type LinkedItem, linkedItems, type VersionStep } from "~/questionnaires/linked-items";
import { scoredItems } from "~/questionnaires/questionnaire";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { readVersion } from "~/questionnaires/read-version.server";
import type { Channel } from "~/responses/channels";
import { holm } from "~/statistics/adjust-p-values";
import type { Difference } from "~/statistics/difference-of-proportions";
import { reaggregate } from "~/units/reaggregate";
import type { Database } from "~db/open-database.server";
import { listVersionSteps } from "~db/repositories/publishing";
import { eachPackedRow } from "~db/repositories/responses";
import { findSurvey, listSurveys, listSurveyUnitIds, type SurveySummary } from "~db/repositories/surveys";
import { listLineageEdges, readTree } from "~db/repositories/units";
import { breaksBetween, type Ground } from "./break-markers";
import { rateDifference, verdictOf } from "./compare-rows";
import { loadSurveyResults } from "./load-survey-results.server";
import { maskSmallCells } from "./mask-small-cells";
import { mayPool } from "./may-pool";
import { measureGroup } from "./measure-groups";
import { minimumsOf } from "./minimums";
import { batchesSince } from "./published-batches";
import { createFrame } from "./response-frame";
import type { MeasureRow } from "./result";
import type { JudgedDifference, Trend, TrendPoint } from "./trend";

/** Surveys side by side at most: a series longer than that is no longer read in a table. */
const MOST_SURVEYS = 6;

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

/**
 * A survey beside the earlier ones whose versions are linked with its own, over linked items only, with old answers in
 * the units of today. Null: no such survey or unit within the viewer's scope.
 */
export async function loadTrend(database: Database, request: TrendRequest): Promise<Trend | null> {
  const { viewer, surveyId, today } = request;
  const survey = await findSurvey(database, viewer, surveyId, today);
  if (!survey) return null;
  const day = today < survey.closesOn ? today : survey.closesOn;
  const tree = await readTree(database, day);
  const surveyed = new Set(await listSurveyUnitIds(database, viewer, surveyId));
  const unit = request.unit === null ? null : tree.find(({ key }) => key === request.unit);
  if (unit === undefined) return null;
  const branch = unit && new Set(branchOf(tree, unit.id));
  const steps = await listVersionSteps(database);
  const earlier = (await listSurveys(database, viewer, today))
    .filter((one) => one.id !== survey.id && one.opensOn < survey.opensOn && one.simulated === survey.simulated)
    .flatMap((one) => {
      const way = wayBetween(steps, one.versionId, survey.versionId);
      return way ? [{ survey: one, way }] : [];
    })
    .reverse();
  const wanted = earlier.filter(({ survey: one }) => request.with === null || request.with.includes(one.id));
  const shown = wanted.slice(-(MOST_SURVEYS - 1));
  const current = await readVersion(database, survey.versionId);
  const series = await Promise.all(
    shown.map(async (one) => {
      const questionnaire = await readVersion(database, one.survey.versionId);
      const codes = scoredItems(questionnaire).map(({ code }) => code);
      return { survey: one.survey, questionnaire, links: linkedItems(codes, one.way) };
    }),
  );
  const scored = scoredItems(current);
  const common = scored.filter(({ code }) => series.every(({ links }) => links.some(({ to }) => to === code)));
  const all = [
    ...series,
    {
      survey,
      questionnaire: current,
      links: linkedItems(
        scored.map(({ code }) => code),
        [],
      ),
    },
  ];
  const edges = await listLineageEdges(database);
  const kept = new Set(common.map(({ code }) => code));
  const measured = [];
  for (const one of all) {
    const links = one.links.filter(({ to }) => kept.has(to));
    measured.push(await measure(database, request, { ...one, links, day, edges, branch, tree }));
  }
  return judged(measured, {
    ...{ common, series, unit },
    units: tree.filter(({ id }) => surveyed.has(id)).map(({ key, name }) => ({ key, name })),
    unlinked: scored.filter(({ code }) => !kept.has(code)).map(({ text }) => text.vi),
    choices: earlier.map(({ survey: { id, title, opensOn } }) => ({
      ...{ id, title, opensOn },
      chosen: shown.some((one) => one.survey.id === id),
    })),
  });
}

type Tree = Awaited<ReturnType<typeof readTree>>;

async function measure(
  database: Database,
  { viewer, today, timeZone, province, minimums: least, unit }: TrendRequest,
  one: {
    survey: SurveySummary;
    questionnaire: Questionnaire;
    links: readonly LinkedItem[];
    day: string;
    edges: Awaited<ReturnType<typeof listLineageEdges>>;
    branch: ReadonlySet<number> | null;
    tree: Tree;
  },
): Promise<{ point: Omit<TrendPoint, "breaks" | "change">; ground: Ground }> {
  const { survey, questionnaire, links } = one;
  const linked = new Set(links.map(({ from }) => from));
  const left = scoredItems(questionnaire).flatMap(({ code }) => (linked.has(code) ? [] : [code]));
  const frame = createFrame(questionnaire, { notAsked: new Set(left) });
  const from = survey.closesOn < one.day ? survey.closesOn : one.day;
  const made = reaggregate(one.edges, { from, to: one.day });
  const became = new Map([...made].flatMap(([now, { whole }]) => whole.map((old) => [old, now] as const)));
  const cut = new Map([...made].flatMap(([now, { split }]) => split.map((old) => [`${old} ${now}`, { old, now }])));
  const channels = new Map<Channel, number>();
  const units = new Set<string>();
  let changedUnits = false;
  const pooled = new Set<number>();
  const since = batchesSince(survey, { today, timeZone });
  await eachPackedRow(database, viewer, { surveyId: survey.id, since }, ({ unitId, channel, packed }) => {
    const now = became.get(unitId) ?? unitId;
    if (now !== unitId) changedUnits = true;
    if (one.branch && !one.branch.has(now)) return;
    frame.addPacked(String(now), packed);
    channels.set(channel, (channels.get(channel) ?? 0) + 1);
    units.add(String(now));
    pooled.add(unitId);
  });
  const then = await readTree(database, from);
  const names = new Map(then.map(({ id, name }) => [id, name]));
  const split = one.branch
    ? [...cut.values()].flatMap(({ old, now }) => (one.branch?.has(now) ? [names.get(old) ?? ""] : []))
    : [];
  const group = measureGroup({ frame, unit: "*", rows: null });
  const results = await loadSurveyResults(database, {
    ...{ viewer, surveyId: survey.id, today, timeZone, province, minimums: least },
  });
  const keys = then.flatMap(({ id, key }) => (pooled.has(id) ? [key] : []));
  const told = results !== null && mayPool(results, { unit: changedUnits ? undefined : unit, keys });
  const minimums = minimumsOf(questionnaire, least);
  const [masked] = maskSmallCells({
    ...{ questionnaire, groups: [group], minCell: minimums.cell, minSame: minimums.same },
    minUnit: told ? minimums.unit : Number.POSITIVE_INFINITY,
  });
  const measures = masked?.measures ?? [];
  const itemOf = new Map(measures.flatMap((row) => (row.level === "item" ? [[row.code, row]] : [])));
  return {
    point: {
      survey: {
        ...{ id: survey.id, title: survey.title, opensOn: survey.opensOn, closesOn: survey.closesOn },
        ...{ basis: survey.basis, simulated: survey.simulated },
      },
      overall: split.length > 0 ? null : (measures.find(({ level }) => level === "overall") ?? null),
      items: Object.fromEntries(
        links.flatMap(({ from: code, to }) => {
          const row = itemOf.get(code);
          return row && split.length === 0 ? [[to, row]] : [];
        }),
      ),
      split,
    },
    ground: {
      ...{ versionId: survey.versionId, rule: JSON.stringify(questionnaire.index), basis: survey.basis },
      ...{ channels, units, changedUnits },
    },
  };
}

/** Differences between neighbours, judged together: of the overall rate in one family, of the items in another. */
function judged(
  measured: readonly { point: Omit<TrendPoint, "breaks" | "change">; ground: Ground }[],
  rest: {
    common: readonly { code: string; text: { vi: string } }[];
    series: readonly { links: readonly LinkedItem[] }[];
    unlinked: string[];
    choices: Trend["choices"];
    unit: { key: string; name: string } | null;
    units: Trend["units"];
  },
): Trend {
  const overall = family(
    measured.map(({ point }, at) => between(measured[at - 1]?.point.overall ?? null, point.overall)),
  );
  const [last, before] = [measured.at(-1)?.point, measured.at(-2)?.point];
  const ofItems = family(
    rest.common.map(({ code }) => between(before?.items[code] ?? null, last?.items[code] ?? null)),
  );
  return {
    points: measured.map(({ point, ground }, at) => {
      const earlier = measured[at - 1];
      const breaks = earlier ? breaksBetween(earlier.ground, ground) : [];
      return { ...point, breaks, change: overall[at] ?? null };
    }),
    items: rest.common.map(({ code, text }, at) => ({
      ...{ code, text: text.vi, change: ofItems[at] ?? null },
      reworded: rest.series.some(({ links }) => links.some((link) => link.to === code && link.reworded)),
    })),
    unlinked: rest.unlinked,
    choices: rest.choices,
    unit: rest.unit && { key: rest.unit.key, name: rest.unit.name },
    units: rest.units,
  };
}

function between(before: MeasureRow | null, after: MeasureRow | null): Difference | null {
  return before && after && rateDifference(after, before);
}

function family(differences: readonly (Difference | null)[]): (JudgedDifference | null)[] {
  const adjusted = holm(differences.flatMap((one) => (one ? [one.pValue] : [])));
  let next = 0;
  return differences.map((one) => {
    if (!one) return null;
    const p = adjusted[next++] ?? 1;
    return { ...one, adjusted: p, verdict: verdictOf(one, p) };
  });
}

/** The steps from one version to a later one, oldest first; null where nobody linked them. */
function wayBetween(
  steps: ReadonlyMap<number, { from: number; links: VersionStep[] }>,
  from: number,
  to: number,
): VersionStep[][] | null {
  const way: VersionStep[][] = [];
  for (let at = to; at !== from; ) {
    const step = steps.get(at);
    if (!step || way.length > steps.size) return null;
    way.unshift(step.links);
    at = step.from;
  }
  return way;
}

/** Ids of a unit and of all below it. */
function branchOf(tree: Tree, id: number): number[] {
  return [id, ...tree.filter(({ parentId }) => parentId === id).flatMap((child) => branchOf(tree, child.id))];
}
