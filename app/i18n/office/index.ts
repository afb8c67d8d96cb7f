import { ACCOUNTS_ENGLISH } from "./accounts";
import { ANALYSIS_ENGLISH } from "./analysis";
import { COLLECTION_ENGLISH } from "./collection";
import { COMMENTS_ENGLISH } from "./comments";
import { COMMON_ENGLISH } from "./common";
import { EDITOR_ENGLISH } from "./editor";
import { FIELDWORK_ENGLISH } from "./fieldwork";
import { FILES_ENGLISH } from "./files";
import { FRAME_ENGLISH } from "./frame";
import { IMPORTS_ENGLISH } from "./imports";
import { IMPROVEMENTS_ENGLISH } from "./improvements";
import { KEYS_ENGLISH } from "./keys";
import { KIOSKS_ENGLISH } from "./kiosks";
import { MONITOR_ENGLISH } from "./monitor";
import { PAGES_ENGLISH } from "./pages";
import { PLANS_ENGLISH } from "./plans";
import { PUBLICATION_ENGLISH } from "./publication";
import { QUALITY_ENGLISH } from "./quality";
import { QUESTIONNAIRES_ENGLISH } from "./questionnaires";
import { REPORTS_ENGLISH } from "./reports";
import { RESULTS_ENGLISH } from "./results";
import { SNAPSHOTS_ENGLISH } from "./snapshots";
import { SURVEY_HISTORY_ENGLISH } from "./survey-history";
import { SURVEY_UNITS_ENGLISH } from "./survey-units";
import { SURVEYS_ENGLISH } from "./surveys";
import { TASKS_ENGLISH } from "./tasks";
import { TREND_ENGLISH } from "./trend";
import { UNITS_ENGLISH } from "./units";

/** Every phrase of the officers' screens with its English, from the catalogues of the rooms; each phrase stands in one of them. */
export const OFFICE_ENGLISH = {
  ...COMMON_ENGLISH,
  ...ACCOUNTS_ENGLISH,
  ...QUESTIONNAIRES_ENGLISH,
  ...EDITOR_ENGLISH,
  ...SURVEYS_ENGLISH,
  ...SURVEY_UNITS_ENGLISH,
  ...SURVEY_HISTORY_ENGLISH,
  ...COLLECTION_ENGLISH,
  ...FIELDWORK_ENGLISH,
  ...IMPORTS_ENGLISH,
  ...MONITOR_ENGLISH,
  ...RESULTS_ENGLISH,
  ...QUALITY_ENGLISH,
  ...ANALYSIS_ENGLISH,
  ...COMMENTS_ENGLISH,
  ...KEYS_ENGLISH,
  ...KIOSKS_ENGLISH,
  ...PAGES_ENGLISH,
  ...REPORTS_ENGLISH,
  ...SNAPSHOTS_ENGLISH,
  ...TASKS_ENGLISH,
  ...PUBLICATION_ENGLISH,
  ...IMPROVEMENTS_ENGLISH,
  ...TREND_ENGLISH,
  ...UNITS_ENGLISH,
  ...PLANS_ENGLISH,
  ...FILES_ENGLISH,
  ...FRAME_ENGLISH,
} as const;
