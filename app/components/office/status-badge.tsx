import { STATUS_NAMES } from "~/i18n/names";
import type { SurveyStatus } from "~/surveys/survey";

export function StatusBadge({ status }: { status: SurveyStatus }) {
  return <span className={`badge badge-${status}`}>{STATUS_NAMES[status]}</span>;
}
