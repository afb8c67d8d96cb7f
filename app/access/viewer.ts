import type { Sector } from "~/questionnaires/questionnaire-schema";
import type { Role } from "./roles";

/**
 * Who is looking: every repository read of units, surveys, points and responses takes it and answers only within it.
 * The scope is the subtree under `unitId`; a designer with a sector also reaches the units where surveys of that sector
 * meet people, since a department runs surveys at stations and schools that stand under communes.
 */
export interface Viewer {
  accountId: number;
  role: Role;
  unitId: number;
  sector: Sector | null;
}
