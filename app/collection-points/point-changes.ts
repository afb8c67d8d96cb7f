/** A point to be made. */
export interface NewPoint {
  unitId: number;
  label: string;
  openHours: string | null;
  inSurvey: boolean;
}

/** What changes of a point; what is not named stays. */
export interface PointRevision {
  pointId: number;
  label?: string;
  openHours?: string | null;
  inSurvey?: boolean;
}

export interface PointChanges {
  surveyId: number;
  additions: readonly NewPoint[];
  revisions: readonly PointRevision[];
}

/**
 * `outside`: a point or unit is not the survey's or not in the viewer's scope. `survey-over`: points go into and out of a
 * survey only while it may still take answers. `same-name`: two points of a unit would bear one name.
 */
export type PointsOutcome = "done" | "outside" | "survey-over" | "same-name";
