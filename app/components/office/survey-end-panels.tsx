import { Link } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { useWords } from "~/i18n/use-words";
import type { SurveyStep } from "~/surveys/survey-steps";
import { StepPanel } from "./step-panel";
import type { SurveyLifecycleProps } from "./survey-lifecycle";

/** Closing and fixing the results: what each does, and what is still under way. */
export function SurveyEndPanels({
  survey,
  today,
  standings,
  running,
  refusalOf,
}: SurveyLifecycleProps & { refusalOf: (step: SurveyStep) => string | null }) {
  const t = useWords();
  const over = survey.closesOn < today;
  const last = formatDay(survey.closesOn);
  if (survey.status === "open" || survey.status === "paused") {
    return (
      <StepPanel
        step="close"
        summary={over ? t("Đóng đợt khảo sát…") : t("Đóng sớm…")}
        agreement={t("Tôi muốn đóng đợt khảo sát này")}
        button={t("Đóng đợt khảo sát")}
        refusal={refusalOf("close")}
      >
        <p>
          {t("Người dân ở {n} đơn vị sẽ không gửi được phiếu mới của đợt này nữa. Phiếu đã nhận vẫn giữ nguyên.", {
            n: formatCount(survey.units),
          })}{" "}
          {!over && t("Có thể mở lại đến hết ngày {last}.", { last })}
        </p>
        <FormsUnderWay tablets={running.tablets} />
      </StepPanel>
    );
  }
  if (survey.status === "finalised") return <CorrectionPanel refusal={refusalOf("correct")} />;
  if (survey.status !== "closed") return null;
  const inGrace = today <= running.graceUntil;
  return (
    <StepPanel
      step="finalise"
      summary={t("Chốt kết quả…")}
      agreement={t("Tôi hiểu: chốt rồi thì số liệu đứng yên; muốn đổi phải đính chính có lý do")}
      button={t("Chốt kết quả")}
      refusal={refusalOf("finalise")}
    >
      <p>
        {t(
          "Kết quả dừng ở {n} phiếu và được lưu thành một bản chốt mà báo cáo và trang công bố dẫn tới. Phiếu đến sau vẫn được giữ, ghi là đến muộn, không vào kết quả.",
          { n: formatCount(standings.counted) },
        )}
      </p>
      {standings.held > 0 && (
        <p className="notice notice-caution">
          {t("Còn {n} phiếu đang được giữ ngoài kết quả.", { n: formatCount(standings.held) })}{" "}
          <Link to={`/surveys/${survey.id}/held`}>{t("Xem xét trước khi chốt")}</Link>
        </p>
      )}
      {inGrace && (
        <p className="notice notice-caution">
          {t(
            "Phiếu trả lời xong trước khi đóng còn được tính đến hết ngày {day}. Nên chờ qua ngày ấy: chốt bây giờ thì các phiếu đó thành đến muộn.",
            { day: formatDay(running.graceUntil) },
          )}
        </p>
      )}
      {inGrace && running.tablets.forms > 0 && <FormsUnderWay tablets={running.tablets} />}
    </StepPanel>
  );
}

/** Opening fixed results again: for a reason, and ending in another snapshot. */
function CorrectionPanel({ refusal }: { refusal: string | null }) {
  const t = useWords();
  return (
    <StepPanel
      step="correct"
      summary={t("Đính chính kết quả…")}
      agreement={t("Tôi muốn mở kết quả đã chốt để đính chính")}
      button={t("Mở để đính chính")}
      refusal={refusal}
    >
      <p>
        {t(
          "Bản chốt hiện nay vẫn được giữ nguyên, báo cáo và trang công bố vẫn dẫn tới nó. Sửa xong thì chốt lại: bản chốt mới ghi lý do và phần khác so với bản trước.",
        )}
      </p>
      <label htmlFor="correction-reason">{t("Lý do đính chính")}</label>
      <textarea id="correction-reason" name="reason" rows={3} maxLength={500} />
    </StepPanel>
  );
}

/** Forms that were finished and have not arrived: what is known of them, and that they are still taken. */
function FormsUnderWay({ tablets: { tablets, forms } }: { tablets: { tablets: number; forms: number } }) {
  const t = useWords();
  return (
    <>
      {forms > 0 && (
        <p className="notice notice-caution">
          {t("{tablets} máy tính bảng còn giữ {forms} phiếu chưa gửi. Cho máy nối mạng để máy tự gửi.", {
            tablets: formatCount(tablets),
            forms: formatCount(forms),
          })}{" "}
          <Link to="/kiosks">{t("Xem máy tính bảng")}</Link>
        </p>
      )}
      <p>
        {t(
          "Điện thoại, máy tính bảng và điều tra viên không có mạng có thể còn giữ phiếu: phiếu trả lời xong trước khi đóng vẫn được nhận và tính trong 7 ngày.",
        )}
      </p>
    </>
  );
}
