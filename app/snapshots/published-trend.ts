import { type Break, breaksBetween, type Ground } from "~/indices/break-markers";
import type { MeasureRow } from "~/indices/result";
import type { SampleBasis } from "~/surveys/survey";
import type { PublishedSurvey } from "./published";

/** The published overall index of a unit in one survey of a series. */
export interface PublishedPoint {
  surveyId: number;
  title: string;
  opensOn: string;
  closesOn: string;
  basis: SampleBasis;
  overall: MeasureRow;
  /** What sets it apart from the point before it. */
  breaks: Break[];
}

/** What a series is made from: of a published survey its row of the unit and what that stands on. */
export interface SeriesEntry {
  point: Omit<PublishedPoint, "breaks" | "overall">;
  /** Pooled overall rows by unit. */
  overall: ReadonlyMap<string, MeasureRow>;
  /** Surveyed units. */
  units: ReadonlySet<string>;
  ground: Omit<Ground, "units" | "changedUnits">;
}

/** What a series needs of a published survey, much smaller than the survey. */
export function seriesEntry({ document, rows, versionId }: Pick<PublishedSurvey, "document" | "rows" | "versionId">) {
  const { survey, questionnaire, channels, units } = document.results;
  const entry: SeriesEntry = {
    point: {
      ...{ surveyId: survey.id, title: survey.title, basis: survey.basis },
      ...{ opensOn: survey.opensOn, closesOn: survey.closesOn },
    },
    overall: new Map(
      [...rows].flatMap(([unit, own]) => {
        const row = own.find(({ level }) => level === "overall");
        return row ? [[unit, row] as const] : [];
      }),
    ),
    units: new Set(units.flatMap(({ key, surveyed }) => (surveyed ? [key] : []))),
    ground: {
      ...{ versionId, rule: JSON.stringify(questionnaire.index), basis: survey.basis },
      channels: new Map(
        channels.flatMap(({ channel, responses }) => (responses === null ? [] : [[channel, responses]])),
      ),
    },
  };
  return entry;
}

/**
 * The published overall index of a unit over surveys, oldest first, with what breaks the series. Surveys in which it had
 * no row are left out. Only what was published enters, so whole indices stand side by side: a question that one form
 * lacks shows as a break of version.
 * @param isChanged whether the unit, or any of several, became another one between two days.
 */
export function publishedSeries(
  entries: readonly SeriesEntry[],
  unit: string,
  isChanged: (units: ReadonlySet<string>, between: { from: string; to: string }) => boolean,
): PublishedPoint[] {
  const shown = entries.flatMap((entry) => {
    const overall = entry.overall.get(unit);
    return overall ? [{ ...entry, row: overall }] : [];
  });
  const unitsOf = (entry: SeriesEntry) => (unit === "*" ? entry.units : new Set([unit]));
  return shown.map((entry, at) => {
    const before = shown[at - 1];
    const breaks = before
      ? breaksBetween(
          {
            ...{ ...before.ground, units: unitsOf(before) },
            changedUnits: isChanged(unitsOf(before), { from: before.point.closesOn, to: entry.point.closesOn }),
          },
          { ...entry.ground, units: unitsOf(entry), changedUnits: false },
        )
      : [];
    return { ...entry.point, overall: entry.row, breaks };
  });
}
