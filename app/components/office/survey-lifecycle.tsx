import { Form, Link, useNavigation } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { useMessages, useWords } from "~/i18n/use-words";
import type { RunningSurvey } from "~/surveys/running-survey";
import { type Lifecycle, surveyStage } from "~/surveys/survey";
import type { SurveyStep } from "~/surveys/survey-steps";
import { DateField } from "./date-field";
import { Facts } from "./facts";
import { SharedPointsNotice } from "./shared-points-notice";
import { StepPanel } from "./step-panel";
import { SurveyEndPanels } from "./survey-end-panels";
import { SurveyReportButton } from "./survey-report-button";

export interface SurveyLifecycleProps {
  survey: Lifecycle & { id: number; units: number; correctionReason: string | null };
  today: string;
  /** Address that its QR codes begin with. */
  publicUrl: string;
  standings: { counted: number; late: number; held: number };
  running: RunningSurvey;
  /** The step that was refused last, and why. */
  refused: { step: SurveyStep; message: string } | null;
}

/** Where the survey stands and what can be done next. */
export function SurveyLifecycle(props: SurveyLifecycleProps) {
  const { survey, today, running, refused } = props;
  const t = useWords();
  const explain = useExplanation();
  const { status } = survey;
  const refusalOf = (step: SurveyStep) => (refused?.step === step ? refused.message : null);
  const over = survey.closesOn < today;
  const mayEdit = status === "draft" || status === "open" || status === "paused";
  return (
    <section className="card lifecycle" aria-labelledby="lifecycle-heading">
      <h2 id="lifecycle-heading">{t("Trạng thái")}</h2>
      <p>{explain(survey, today)}</p>
      {survey.correctionReason !== null && status === "closed" && (
        <p className="notice notice-caution">
          {t("Đang đính chính: {reason}. Chốt kết quả lần nữa để có bản chốt mới.", {
            reason: survey.correctionReason,
          })}
        </p>
      )}
      {mayEdit && <SharedPointsNotice meetings={running.meetings} units={running.units} today={today} />}
      <div className="actions">
        {mayEdit && (
          <Link className="button button-quiet" to={`/surveys/${survey.id}/edit`}>
            {status === "draft" ? t("Sửa bản nháp") : t("Kéo dài, thêm đơn vị, đổi tên")}
          </Link>
        )}
        {survey.units > 0 && status !== "finalised" && (
          <Link className="button button-quiet" to={`/surveys/${survey.id}/points`}>
            {t("Mã QR, áp phích")}
          </Link>
        )}
        {status !== "draft" && (
          <Link className="button button-quiet" to={`/surveys/${survey.id}/results`}>
            {t("Xem kết quả")}
          </Link>
        )}
        {status === "finalised" && (
          <>
            <Link className="button button-quiet" to={`/surveys/${survey.id}/publication`}>
              {t("Công bố kết quả")}
            </Link>
            <SurveyReportButton surveyId={survey.id} />
          </>
        )}
      </div>
      {status === "draft" && !over && survey.units > 0 && <OpenPanel {...props} refusal={refusalOf("open")} />}
      {status === "draft" && survey.units === 0 && (
        <p className="notice notice-caution">
          {t("Chưa có đơn vị nào nên chưa mở được: bấm “Sửa bản nháp” rồi chọn đơn vị.")}
        </p>
      )}
      {status === "draft" && (
        <StepPanel
          step="delete"
          summary={t("Xóa bản nháp…")}
          agreement={t("Tôi muốn xóa bản nháp này")}
          button={t("Xóa bản nháp")}
          refusal={refusalOf("delete")}
        >
          <p>{t("Bản nháp sẽ bị xóa vĩnh viễn. Mã QR của các đơn vị vẫn giữ để dùng cho đợt khác.")}</p>
        </StepPanel>
      )}
      {status === "open" && !over && (
        <StepPanel
          step="pause"
          summary={t("Tạm dừng…")}
          agreement={t("Tôi muốn tạm dừng đợt khảo sát này")}
          button={t("Tạm dừng")}
          tone="quiet"
          refusal={refusalOf("pause")}
        >
          <p>
            {t(
              "Người quét mã sẽ thấy trang “Đợt khảo sát tạm dừng”. Phiếu trả lời xong trước lúc dừng vẫn được nhận; phiếu đang trả lời chưa gửi được, câu trả lời còn trên máy để gửi khi đợt mở lại. Máy tính bảng giữ phiếu và gửi sau.",
            )}
          </p>
        </StepPanel>
      )}
      {status === "paused" && !over && <ResumeForm />}
      <SurveyEndPanels {...props} refusalOf={refusalOf} />
      {status === "closed" && survey.correctionReason === null && (
        <ReopenForm over={over} today={today} refusal={refusalOf("reopen")} />
      )}
    </section>
  );
}

function ResumeForm() {
  const t = useWords();
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post">
      <button type="submit" name="change" value="resume" className="button" disabled={busy}>
        {t("Nhận phiếu trở lại")}
      </button>
    </Form>
  );
}

/** Takes back a close; after the last day only with a later one. */
function ReopenForm({ over, today, refusal }: { over: boolean; today: string; refusal: string | null }) {
  const t = useWords();
  const message = useMessages();
  const busy = useNavigation().state !== "idle";
  const problems = refusal ? [{ field: "closesOn", message: message(refusal) }] : [];
  const button = (
    <button type="submit" name="change" value="reopen" className="button button-quiet" disabled={busy}>
      {t("Mở lại")}
    </button>
  );
  if (!over) return <Form method="post">{button}</Form>;
  return (
    <details className="step-panel" open={refusal !== null}>
      <summary>{t("Mở lại và kéo dài…")}</summary>
      <Form method="post">
        <DateField name="closesOn" label={t("Nhận phiếu đến hết ngày")} value={today} problems={problems} />
        {button}
      </Form>
    </details>
  );
}

function OpenPanel({ survey, today, publicUrl, refusal }: SurveyLifecycleProps & { refusal: string | null }) {
  const t = useWords();
  const last = formatDay(survey.closesOn);
  const window =
    survey.opensOn <= today
      ? t("ngay khi mở đến hết ngày {last}", { last })
      : t("từ ngày {first} đến hết ngày {last}", { first: formatDay(survey.opensOn), last });
  return (
    <StepPanel
      step="open"
      summary={t("Mở đợt khảo sát…")}
      agreement={t("Tôi đã xem và muốn mở đợt khảo sát này")}
      button={t("Mở đợt khảo sát")}
      tone="plain"
      refusal={refusal}
    >
      <p>{t("Sau khi mở, vẫn đổi tên, kéo dài và thêm đơn vị được; những điều khác giữ nguyên.")}</p>
      <Facts
        facts={[
          [t("Đơn vị"), formatCount(survey.units)],
          [t("Nhận phiếu"), window],
          [t("Địa chỉ trong mã QR"), `${publicUrl}/k/…`],
        ]}
      />
    </StepPanel>
  );
}

function useExplanation(): (survey: Lifecycle, today: string) => string {
  const t = useWords();
  return (survey, today) => {
    const [first, last] = [formatDay(survey.opensOn), formatDay(survey.closesOn)];
    switch (surveyStage(survey, today)) {
      case "draft":
        if (survey.closesOn < today) return t("Ngày kết thúc {last} đã qua: sửa thời gian trước khi mở.", { last });
        if (survey.opensOn < today) {
          return t(
            "Chưa nhận phiếu. Ngày bắt đầu {first} đã qua: đợt này bắt đầu nhận phiếu ngay khi mở, đến hết ngày {last}.",
            { first, last },
          );
        }
        return t(
          "Chưa nhận phiếu. In áp phích trước cũng được; sau khi mở, phiếu được nhận từ {first} đến hết {last}.",
          { first, last },
        );
      case "scheduled":
        return t("Đã mở; sẽ tự nhận phiếu từ ngày {first} đến hết ngày {last}. Việc tiếp theo: treo áp phích.", {
          first,
          last,
        });
      case "collecting":
        return t("Đang nhận phiếu, tự đóng khi hết ngày {last}.", { last });
      case "expired":
        return t("Đã hết thời gian thu phiếu từ sau ngày {last}.", { last });
      case "paused":
        return t("Đang tạm dừng: người quét mã được báo đợt sẽ nhận phiếu trở lại. Hết ngày {last} đợt tự đóng.", {
          last,
        });
      case "closed":
        return t("Đã đóng: không nhận phiếu mới. Việc tiếp theo: xem xét phiếu được giữ lại, rồi chốt kết quả.");
      case "finalised":
        return t("Đã chốt kết quả: số liệu không đổi nữa. Phiếu đến sau được giữ lại nhưng không vào kết quả.");
    }
  };
}
