import type { Operation } from "./operation";
import { PUBLICATION_OPERATIONS } from "./publication-operations.server";
import { QUESTIONNAIRE_OPERATIONS } from "./questionnaire-operations.server";
import { RECORD_OPERATIONS } from "./record-operations.server";
import { SUBMISSION_OPERATIONS } from "./submission-operations.server";
import { SURVEY_OPERATIONS } from "./survey-operations.server";
import { UNIT_OPERATIONS } from "./unit-operations.server";

/** Everything that the interface for machines does. */
export const OPERATIONS: readonly Operation[] = [
  ...SURVEY_OPERATIONS,
  ...PUBLICATION_OPERATIONS,
  ...UNIT_OPERATIONS,
  ...QUESTIONNAIRE_OPERATIONS,
  ...SUBMISSION_OPERATIONS,
  ...RECORD_OPERATIONS,
];
