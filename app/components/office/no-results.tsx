import { Link } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import { BASIS_NAMES, capitalized } from "~/i18n/names";
import type { UnitResultsView } from "~/indices/survey-results";
import type { CollectionState } from "~/surveys/survey";
import { Facts } from "./facts";

const WHEN: Readonly<Record<CollectionState, (opensOn: string, closesOn: string) => string>> = {
  "not-yet-open": (opensOn, closesOn) => `Đợt khảo sát nhận phiếu từ ${opensOn} đến hết ${closesOn}.`,
  paused: () => "Đợt khảo sát đang tạm dừng nhận phiếu.",
  open: (_opensOn, closesOn) => `Đợt khảo sát đang nhận phiếu, đến hết ${closesOn}.`,
  closed: () => "Đợt khảo sát đã đóng.",
};

/** Stands for all figures where nobody has answered: what the survey is, when it takes answers and where. */
export function NoResults({
  results: { survey, questionnaire, scope },
  state,
  where,
}: {
  results: UnitResultsView;
  state: CollectionState;
  /** The unit the page is about; absent: the survey. */
  where?: string;
}) {
  const place = where ?? (scope === "part" ? "các đơn vị thuộc phạm vi của tài khoản" : null);
  return (
    <>
      <Facts
        facts={[
          ["Mẫu phiếu", questionnaire.title.vi],
          ["Cơ quan thực hiện", survey.owner.name],
          ["Thời gian thu phiếu", `${formatDay(survey.opensOn)} – ${formatDay(survey.closesOn)}`],
          ["Cách chọn người trả lời", capitalized(BASIS_NAMES[survey.basis])],
        ]}
      />
      <div className="empty-state">
        <p>
          <strong>Chưa có phiếu trả lời nào{place && ` ở ${place}`}.</strong>
        </p>
        <p>
          {WHEN[state](formatDay(survey.opensOn), formatDay(survey.closesOn))}
          {state !== "closed" && " Kết quả hiện ở đây khi có phiếu."}
        </p>
        <p>
          <Link to={`/surveys/${survey.id}`}>Xem các điểm khảo sát</Link>
        </p>
      </div>
    </>
  );
}
