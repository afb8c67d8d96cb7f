import { stageName } from "~/i18n/names";
import { type Lifecycle, surveyStage } from "~/surveys/survey";

/** Where a survey stands on the day, and whether its answers are simulated. */
export function StatusBadge({ survey, today }: { survey: Lifecycle & { simulated: boolean }; today: string }) {
  return (
    <>
      <span className={`badge badge-${surveyStage(survey, today)}`}>{stageName(survey, today)}</span>
      {survey.simulated && <span className="badge badge-simulated">Mô phỏng</span>}
    </>
  );
}
