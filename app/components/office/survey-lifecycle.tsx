import { Form, Link, useNavigation } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import type { SharingSurvey } from "~/surveys/shared-points";
import { type Lifecycle, surveyStage } from "~/surveys/survey";
import { Facts } from "./facts";
import { SharedPointsNotice } from "./shared-points-notice";
import { StepPanel } from "./step-panel";

interface SurveyLifecycleProps {
  survey: Lifecycle & { id: number; units: number };
  today: string;
  points: number;
  /** Address that its QR codes begin with. */
  publicUrl: string;
  /** Other surveys that citizens will choose from, with the units to name them by. */
  meetings: SharingSurvey[];
  units: { id: number; name: string }[];
  /** The step that was refused last, and why. */
  refused: { step: string; message: string } | null;
}

/** Where the survey stands and what can be done next. */
export function SurveyLifecycle(props: SurveyLifecycleProps) {
  const { survey, today, meetings, units, refused } = props;
  const busy = useNavigation().state !== "idle";
  const refusalOf = (step: string) => (refused?.step === step ? refused.message : null);
  const over = survey.closesOn < today;
  return (
    <section className="card lifecycle" aria-labelledby="lifecycle-heading">
      <h2 id="lifecycle-heading">Trạng thái</h2>
      <p>{explain(survey, today)}</p>
      {survey.status !== "closed" && <SharedPointsNotice meetings={meetings} units={units} today={today} />}
      {survey.status === "draft" && (
        <>
          {!over && <OpenPanel {...props} refusal={refusalOf("open")} />}
          <p>
            <Link className="button button-quiet" to={`/surveys/${survey.id}/edit`}>
              Sửa bản nháp
            </Link>
          </p>
          <StepPanel
            step="delete"
            summary="Xóa bản nháp…"
            agreement="Tôi muốn xóa bản nháp này"
            button="Xóa bản nháp"
            refusal={refusalOf("delete")}
          >
            <p>Bản nháp sẽ bị xóa vĩnh viễn. Mã QR của các đơn vị vẫn giữ để dùng cho đợt khác.</p>
          </StepPanel>
        </>
      )}
      {survey.status === "open" && (
        <StepPanel
          step="close"
          summary={over ? "Đóng đợt khảo sát…" : "Đóng sớm…"}
          agreement="Tôi muốn đóng đợt khảo sát này"
          button="Đóng đợt khảo sát"
          refusal={refusalOf("close")}
        >
          <p>
            Người dân ở {formatCount(survey.units)} đơn vị sẽ không gửi được phiếu mới của đợt này nữa. Phiếu đã nhận
            vẫn giữ nguyên{over ? "." : `; có thể mở lại đến hết ngày ${formatDay(survey.closesOn)}.`}
          </p>
        </StepPanel>
      )}
      {survey.status === "closed" && !over && (
        <Form method="post">
          <button type="submit" name="change" value="reopen" className="button button-quiet" disabled={busy}>
            Mở lại
          </button>
        </Form>
      )}
    </section>
  );
}

function OpenPanel({
  survey,
  today,
  points,
  publicUrl,
  meetings,
  units,
  refusal,
}: SurveyLifecycleProps & { refusal: string | null }) {
  const start = survey.opensOn <= today ? "ngay khi mở" : `từ ngày ${formatDay(survey.opensOn)}`;
  return (
    <StepPanel
      step="open"
      summary="Mở đợt khảo sát…"
      agreement="Tôi đã xem và muốn mở đợt khảo sát này"
      button="Mở đợt khảo sát"
      tone="plain"
      refusal={refusal}
    >
      <p>Sau khi mở, tên, thời gian và đơn vị của đợt không sửa được nữa.</p>
      <Facts
        facts={[
          ["Đơn vị", formatCount(survey.units)],
          ["Điểm khảo sát", formatCount(points)],
          ["Nhận phiếu", `${start} đến hết ngày ${formatDay(survey.closesOn)}`],
          ["Địa chỉ trong mã QR", `${publicUrl}/k/…`],
        ]}
      />
      <SharedPointsNotice meetings={meetings} units={units} today={today} />
    </StepPanel>
  );
}

function explain(survey: Lifecycle, today: string): string {
  const [first, last] = [formatDay(survey.opensOn), formatDay(survey.closesOn)];
  switch (surveyStage(survey, today)) {
    case "draft":
      if (survey.closesOn < today) return `Ngày kết thúc ${last} đã qua: sửa thời gian trước khi mở.`;
      if (survey.opensOn < today)
        return `Chưa nhận phiếu. Ngày bắt đầu ${first} đã qua: đợt này bắt đầu nhận phiếu ngay khi mở, đến hết ngày ${last}.`;
      return `Chưa nhận phiếu. In áp phích trước cũng được; sau khi mở, phiếu được nhận từ ${first} đến hết ${last}.`;
    case "scheduled":
      return `Đã mở; sẽ nhận phiếu từ ngày ${first} đến hết ngày ${last}.`;
    case "collecting":
      return `Đang nhận phiếu đến hết ngày ${last}.`;
    case "expired":
      return `Đã hết thời gian thu phiếu từ sau ngày ${last}.`;
    case "paused":
      return "Đang tạm dừng: người quét mã được báo sẽ mở lại.";
    case "closed":
      return "Đã đóng: không nhận phiếu nữa.";
    case "finalised":
      return "Đã chốt kết quả: phiếu đến sau được giữ lại nhưng không vào kết quả.";
  }
}
