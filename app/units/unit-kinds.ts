import type { Sector } from "~/questionnaires/questionnaire-schema";

/** Kinds of units of a province, former district tier included, since old years keep it. */
export const UNIT_KINDS = [
  "province",
  "department",
  "service_centre",
  "district",
  "commune",
  "hospital",
  "medical_centre",
  "health_station",
  "preschool",
  "primary",
  "lower_secondary",
  "upper_secondary",
  "continuing_education",
] as const;

export type UnitKind = (typeof UNIT_KINDS)[number];

/** The kinds where a survey of the sector meets people; used to offer units and for a designer's scope by sector. */
export const KINDS_OF_SECTOR: Readonly<Record<Sector, readonly UnitKind[]>> = {
  administration: ["service_centre", "commune"],
  health: ["hospital", "medical_centre", "health_station"],
  education: ["preschool", "primary", "lower_secondary", "upper_secondary", "continuing_education"],
  other: UNIT_KINDS,
};
