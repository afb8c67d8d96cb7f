import { Form, useNavigation } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import type { CollectionState, SurveyStatus } from "~/surveys/survey";

/** Where the survey stands and what can be done next. Closing asks for a tick first; it can be taken back. */
export function SurveyLifecycle({
  survey,
  state,
  points,
}: {
  survey: { status: SurveyStatus; opensOn: string; closesOn: string };
  state: CollectionState;
  points: number;
}) {
  const busy = useNavigation().state !== "idle";
  return (
    <section className="card lifecycle" aria-labelledby="lifecycle-heading">
      <h2 id="lifecycle-heading">Trạng thái</h2>
      <p>{explain(survey, state, points)}</p>
      <Form method="post" className="actions">
        {survey.status === "draft" && (
          <button type="submit" name="change" value="open" className="button" disabled={busy}>
            Mở đợt khảo sát
          </button>
        )}
        {survey.status === "closed" && (
          <button type="submit" name="change" value="reopen" className="button button-quiet" disabled={busy}>
            Mở lại
          </button>
        )}
        {survey.status === "open" && (
          <Confirmed
            summary="Đóng sớm…"
            consequence="Người dân sẽ không gửi được phiếu nữa; phiếu đã nhận vẫn giữ nguyên và có thể mở lại."
            agreement="Tôi muốn đóng đợt khảo sát này"
            change="close"
            button="Đóng đợt khảo sát"
            busy={busy}
          />
        )}
        {survey.status === "draft" && (
          <Confirmed
            summary="Xóa bản nháp…"
            consequence="Bản nháp mất hẳn. Mã QR của các đơn vị vẫn giữ để dùng cho đợt khác."
            agreement="Tôi muốn xóa bản nháp này"
            change="delete"
            button="Xóa bản nháp"
            busy={busy}
          />
        )}
      </Form>
    </section>
  );
}

/** A step that costs something: what it does, a tick to agree, then the button. Works without scripts. */
function Confirmed({
  summary,
  consequence,
  agreement,
  change,
  button,
  busy,
}: Record<"summary" | "consequence" | "agreement" | "change" | "button", string> & { busy: boolean }) {
  return (
    <details>
      <summary>{summary}</summary>
      <p>{consequence}</p>
      <label className="check">
        <input type="checkbox" name="confirmed" value="yes" /> {agreement}
      </label>
      <button type="submit" name="change" value={change} className="button button-danger" disabled={busy}>
        {button}
      </button>
    </details>
  );
}

function explain(
  { status, opensOn, closesOn }: { status: SurveyStatus; opensOn: string; closesOn: string },
  state: CollectionState,
  points: number,
): string {
  if (status === "draft") {
    return `Bản nháp với ${points} điểm khảo sát. In áp phích trước cũng được; sau khi mở, phiếu được nhận từ ${formatDay(opensOn)} đến hết ${formatDay(closesOn)}.`;
  }
  if (status === "closed") return "Đã đóng. Người quét mã được báo rằng đợt khảo sát đã kết thúc.";
  if (state === "not-yet-open") return `Đã mở; sẽ nhận phiếu từ ngày ${formatDay(opensOn)}.`;
  if (state === "closed") return `Đã hết thời gian thu phiếu từ sau ngày ${formatDay(closesOn)}.`;
  return `Đang nhận phiếu đến hết ngày ${formatDay(closesOn)}.`;
}
