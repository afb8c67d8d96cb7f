import { Form, useNavigation } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";

/** Opens the report on a survey, made from a snapshot of its figures where there is none: from there it leaves as Word or PDF. */
export function SurveyReportButton({ surveyId }: { surveyId: number }) {
  const t = useWords();
  const busy = useNavigation().formAction === "/reports";
  return (
    <Form method="post" action="/reports">
      <input type="hidden" name="kind" value="survey" />
      <input type="hidden" name="surveyId" value={surveyId} />
      <button type="submit" className="button" disabled={busy}>
        {busy ? t("Đang lập…") : t("Báo cáo (Word, PDF)")}
      </button>
    </Form>
  );
}
