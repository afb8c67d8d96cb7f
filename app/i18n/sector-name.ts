import type { Sector } from "~/questionnaires/questionnaire-schema";
import { capitalized, SECTOR_NAMES } from "./names";
import type { Language } from "./numbers";

const ENGLISH: Readonly<Record<Sector, string>> = {
  administration: "Administration",
  health: "Health",
  education: "Education",
  other: "Other",
};

/** Name of a sector as a heading. */
export function sectorName(sector: Sector, language: Language): string {
  return language === "en" ? ENGLISH[sector] : capitalized(SECTOR_NAMES[sector]);
}
