import { dayOf } from "~/i18n/dates";
import { type ExclusionDecision, exclusionGroups, type GroupPlace } from "~/responses/quality/exclusion-groups";
import type { FilledForm } from "~/responses/quality/filled-form";
import type { FormJudgement } from "~/responses/quality/judge-forms";
import { countByGroup, type JudgedForm, noQualityCounts } from "~/responses/quality/quality-counts";
import { isFlagged } from "~/responses/quality/quality-rules";
import type { QualitySettings } from "~/responses/quality/quality-settings";
import { groupBy } from "~/units/group-by";
import { subtreeOf } from "./analysis";
import { flaggedMasks } from "./flagged-masks";
import { ALL_UNITS, measureGroups } from "./measure-groups";
import type { GroupNames, QualityLine, QualityReport } from "./quality-report";
import { createFrame } from "./response-frame";
import type { SurveyResults } from "./survey-results";
import { pairWithoutFlagged } from "./without-flagged";

/** A form as it is stored. */
export interface StoredForm extends FilledForm {
  /** The file it came with; null: it came by itself. */
  importId: number | null;
  packed: string;
  /** Whether it counts, or was excluded. */
  counted: boolean;
}

interface JudgedSurvey {
  forms: readonly StoredForm[];
  /** Those that wait for the batch with which they enter figures: internal numbers. */
  waiting: ReadonlySet<number>;
  judged: FormJudgement;
  results: SurveyResults;
  points: readonly { id: number; unitName: string; label: string; openHours: string | null }[];
  imports: readonly { id: number; fileName: string; provenance: string }[];
  unitKeyOf: ReadonlyMap<number, string>;
  settings: QualitySettings;
  timeZone: string;
  decisions: readonly ExclusionDecision[];
}

/** Counts what the rules found in a survey by unit, point, interviewer and channel, and sets its indices beside those without. */
export function reportQuality(survey: JudgedSurvey): QualityReport {
  const { forms, judged, results, settings } = survey;
  const judgedForms = forms.map(({ counted }, at): JudgedForm => {
    return { bits: judged.bits[at] ?? 0, excludable: judged.excludable[at] === 1, counted };
  });
  const formAt = (position: number) => judgedForms[position] as JudgedForm;
  const keys = forms.map(({ unitId }) => survey.unitKeyOf.get(unitId) ?? `#${unitId}`);
  const pairs = pairUnits(survey, keys);
  const pointOf = new Map(survey.points.map((point) => [point.id, point]));
  const fileOf = new Map(survey.imports.map((file) => [file.id, file]));
  const nameOf = ({ kind, id }: GroupPlace): GroupNames =>
    kind === "point"
      ? { name: pointOf.get(id)?.unitName ?? "", label: pointOf.get(id)?.label ?? "" }
      : { name: fileOf.get(id)?.fileName ?? "", label: fileOf.get(id)?.provenance ?? "" };
  const unitOf = new Map(results.units.map((unit) => [unit.key, unit]));
  const linesBy = <Group extends string | number>(
    groupOf: (form: FilledForm, position: number) => Group | null,
    describe: (group: Group) => Partial<QualityLine>,
  ): QualityLine[] =>
    [...countByGroup(forms.length, { groupOf: (at) => groupOf(forms[at] as FilledForm, at), formAt })].map(
      ([group, counts]) => {
        const key = String(group);
        return { key, name: key, place: null, overall: null, standsOut: [], ...describe(group), counts };
      },
    );
  const outliersOf =
    (group: string) =>
    ({ group: by }: { group: string }) =>
      by === group;
  return {
    settings,
    counts: countByGroup(forms.length, { groupOf: () => ALL_UNITS, formAt }).get(ALL_UNITS) ?? noQualityCounts(),
    leftOutOfWithout: pairs.flagged,
    flaggedIds: new Set(forms.flatMap(({ id }, at) => (isFlagged(judged.bits[at] ?? 0) ? [id] : []))),
    medianSeconds: judged.medianSeconds,
    points: {
      all: survey.points.length,
      withHours: survey.points.filter(({ openHours }) => openHours !== null).length,
    },
    lines: {
      unit: linesBy(
        (_, at) => keys[at] ?? null,
        (key) => ({
          name: unitOf.get(key)?.name ?? key,
          place: unitOf.get(key)?.place ?? null,
          overall: pairs.units.get(key) ?? null,
        }),
      ),
      point: linesBy(
        ({ pointId }) => pointId,
        (id) => ({ name: pointOf.get(id)?.label ?? "", place: pointOf.get(id)?.unitName ?? null }),
      ),
      interviewer: linesBy(
        ({ interviewer }) => interviewer,
        (name) => ({ standsOut: judged.interviewers.filter(outliersOf(name)) }),
      ),
      channel: linesBy(
        ({ channel }) => channel,
        (channel) => ({ standsOut: judged.channels.filter(outliersOf(channel)) }),
      ),
    },
    indices: pairs.all,
    groups: groupsOf(survey, formAt).map((group) => ({ ...group, ...nameOf(group.place) })),
  };
}

/** Indices of the survey and of its units with and without flagged forms, and how many those are. */
function pairUnits(
  { forms, judged, waiting, results }: JudgedSurvey,
  keys: readonly string[],
): ReturnType<typeof pairWithoutFlagged> & { flagged: number } {
  const { questionnaire, minimums } = results;
  const [kept, flagged] = [createFrame(questionnaire), createFrame(questionnaire)];
  const parts = new Map<string, { flagged: number; unflagged: number }>();
  for (const [position, { id, packed, counted }] of forms.entries()) {
    if (!counted || waiting.has(id)) continue;
    const key = keys[position] ?? "";
    const own = parts.get(key) ?? { flagged: 0, unflagged: 0 };
    parts.set(key, own);
    const isFlaggedForm = isFlagged(judged.bits[position] ?? 0);
    own[isFlaggedForm ? "flagged" : "unflagged"]++;
    (isFlaggedForm ? flagged : kept).addPacked(key, packed);
  }
  const published = groupBy(results.measures, ({ unit }) => unit);
  const groups = results.units.map(({ key }) => ({ key, unitKeys: [...subtreeOf(results.units, key)] }));
  const without = measureGroups({ frame: kept, groups });
  const pairs = pairWithoutFlagged({
    ...{ questionnaire, results, minimums, isHidden: flaggedMasks(results, parts) },
    groups: measureGroups({ frame: flagged, groups }).flatMap((own, at) => {
      const rest = without[at];
      return rest ? [{ unit: own.unit, published: published.get(own.unit) ?? [], kept: rest, flagged: own }] : [];
    }),
  });
  return { ...pairs, flagged: flagged.size };
}

function groupsOf({ forms, timeZone, decisions }: JudgedSurvey, formAt: (position: number) => JudgedForm) {
  const days = new Map<number, string>();
  const dayAt = (instant: number) => {
    // Zones differ from UTC by quarters of an hour, and many forms share one.
    const quarter = Math.floor(instant / 900_000);
    const day = days.get(quarter) ?? dayOf(new Date(quarter * 900_000), timeZone);
    days.set(quarter, day);
    return day;
  };
  const placed = forms.flatMap(({ id, pointId, importId, finishedAt }, position) => {
    const form = formAt(position);
    return form.excludable || !form.counted ? [{ id, pointId, importId, ...form, day: dayAt(finishedAt) }] : [];
  });
  return exclusionGroups(placed, decisions);
}
