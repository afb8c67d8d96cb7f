import { Link } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import { BASIS_NAMES, capitalized } from "~/i18n/names";
import { useMessages, useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { BATCHES_NOTE } from "~/indices/published-batches";
import type { UnitResultsView } from "~/indices/survey-results";
import type { CollectionState } from "~/surveys/survey";
import { Facts } from "./facts";

const WHEN: Readonly<Record<CollectionState, Phrase>> = {
  "not-yet-open": "Đợt khảo sát nhận phiếu từ {first} đến hết {last}.",
  paused: "Đợt khảo sát đang tạm dừng nhận phiếu.",
  open: "Đợt khảo sát đang nhận phiếu, đến hết {last}.",
  closed: "Đợt khảo sát đã đóng.",
};

/** Stands for all figures where nobody has answered: what the survey is, when it takes answers and where. */
export function NoResults({
  results: { survey, questionnaire, scope },
  state,
  ofUnit = false,
}: {
  results: UnitResultsView;
  state: CollectionState;
  /** The page is about one unit rather than the survey. */
  ofUnit?: boolean;
}) {
  const t = useWords();
  const told = useMessages();
  const partly: Phrase =
    scope === "part"
      ? "Chưa có phiếu trả lời nào ở các đơn vị thuộc phạm vi của tài khoản."
      : "Chưa có phiếu trả lời nào.";
  return (
    <>
      <Facts
        facts={[
          [t("Mẫu phiếu"), questionnaire.title.vi],
          [t("Cơ quan thực hiện"), survey.owner.name],
          [t("Thời gian thu phiếu"), `${formatDay(survey.opensOn)} – ${formatDay(survey.closesOn)}`],
          [t("Cách chọn người trả lời"), told(capitalized(BASIS_NAMES[survey.basis]))],
        ]}
      />
      <div className="empty-state">
        <p>
          <strong>{t(ofUnit ? "Chưa có phiếu trả lời nào ở đơn vị này." : partly)}</strong>
        </p>
        <p>
          {t(WHEN[state], { first: formatDay(survey.opensOn), last: formatDay(survey.closesOn) })}
          {state !== "closed" && ` ${t("Kết quả hiện ở đây khi có phiếu.")}`}
          {survey.status !== "finalised" && ` ${t(BATCHES_NOTE)}`}
        </p>
        <p>
          <Link to={`/surveys/${survey.id}/points`}>{t("Xem các điểm khảo sát")}</Link>
        </p>
      </div>
    </>
  );
}
