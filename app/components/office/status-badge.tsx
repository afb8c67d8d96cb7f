import { useNames } from "~/i18n/use-names";
import { useWords } from "~/i18n/use-words";
import { type Lifecycle, surveyStage } from "~/surveys/survey";

/** Where a survey stands on the day, and whether its answers are simulated. */
export function StatusBadge({ survey, today }: { survey: Lifecycle & { simulated: boolean }; today: string }) {
  const t = useWords();
  const { stage } = useNames();
  return (
    <>
      <span className={`badge badge-${surveyStage(survey, today)}`}>{stage(survey, today)}</span>
      {survey.simulated && <span className="badge badge-simulated">{t("Mô phỏng")}</span>}
    </>
  );
}
