import { useWords } from "~/i18n/use-words";
import { POSTER_FORM } from "./poster-order";

/** What can be done with the points ticked besides posters; its controls belong to the form of the tick boxes. */
export function PointChanges({
  surveyId,
  openHours,
  mayMove,
}: {
  surveyId: number;
  /** As typed before, where they were refused. */
  openHours: string;
  /** Whether points can still go out of the survey. */
  mayMove: boolean;
}) {
  const t = useWords();
  const form = POSTER_FORM;
  const formAction = `/surveys/${surveyId}/points`;
  return (
    <details className="step-panel" open={openHours !== ""}>
      <summary>{t("Giờ mở cửa, đưa ra khỏi đợt")}</summary>
      <div className="field">
        <label htmlFor="open-hours">{t("Giờ mở cửa của các điểm đã đánh dấu")}</label>
        <p className="hint" id="open-hours-hint">
          {t("Ví dụ: T2-T6 07:30-11:30,13:30-17:00; T7 07:30-11:30. Để trống: không ghi giờ.")}
        </p>
        <input
          id="open-hours"
          name="openHours"
          form={form}
          defaultValue={openHours}
          aria-describedby="open-hours-hint"
        />
      </div>
      <p>
        <button type="submit" className="button" name="change" value="hours" form={form} formAction={formAction}>
          {t("Ghi giờ mở cửa")}
        </button>
      </p>
      {mayMove && (
        <>
          <p>
            {t(
              "Đưa ra khỏi đợt: quét mã ở điểm ấy sẽ không gặp phiếu của đợt này nữa, phiếu còn chờ mạng trên máy người dân sẽ không gửi được. Phiếu đã nhận vẫn giữ; điểm và mã vẫn là của đơn vị.",
            )}
          </p>
          <label className="check">
            <input type="checkbox" name="confirmed" value="yes" form={form} />
            {t("Tôi muốn đưa các điểm đã đánh dấu ra khỏi đợt")}
          </label>
          <p>
            <button
              type="submit"
              className="button button-danger"
              name="change"
              value="out"
              form={form}
              formAction={formAction}
            >
              {t("Đưa ra khỏi đợt")}
            </button>
          </p>
        </>
      )}
    </details>
  );
}
