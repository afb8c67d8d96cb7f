import { Form } from "@remix-run/react";
import { useMessages, useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { StepPanel } from "./step-panel";

const CHECKS: Readonly<Record<string, { good: boolean; text: Phrase }>> = {
  same: { good: true, text: "Khớp: cùng danh sách, rút lại ra đúng kết quả này." },
  "other-frame": {
    good: false,
    text: "Danh sách khác với danh sách đã rút (khác nội dung, thứ tự hoặc số dòng): không so được.",
  },
  "other-result": { good: false, text: "Cùng danh sách nhưng rút lại ra kết quả khác: báo cho quản trị viên." },
  unreadable: { good: false, text: "Không đọc được tệp này." },
  "no-file": { good: false, text: "Chọn đúng tệp đã dùng để rút." },
};

/** Draws again and says whether the same comes out: of a list from the same file, of units from the tree. */
export function DrawCheckForm({ ofUnits, check }: { ofUnits: boolean; check: string | null }) {
  const t = useWords();
  const outcome = check === null ? undefined : CHECKS[check];
  return (
    <section className="card no-print" aria-labelledby="check-heading">
      <h2 id="check-heading">{t("Kiểm lại")}</h2>
      <div role="status">
        {outcome && <p className={outcome.good ? "notice notice-good" : "notice notice-error"}>{t(outcome.text)}</p>}
      </div>
      <Form method="post" encType="multipart/form-data" className="form-stack">
        {ofUnits ? (
          <p>{t("Rút lại từ danh sách đơn vị hiện nay với cùng hạt giống và so với biên bản.")}</p>
        ) : (
          <div className="field">
            <label htmlFor="list">{t("Tệp danh sách đã dùng để rút")}</label>
            <input id="list" name="list" type="file" accept=".csv,.xlsx" />
          </div>
        )}
        <div className="actions">
          <button type="submit" name="change" value="check" className="button button-quiet">
            {t("Kiểm lại")}
          </button>
        </div>
      </Form>
    </section>
  );
}

/** Makes the drawn units the units of a draft, after a tick. */
export function UseUnitsForm({ count, present, refusal }: { count: number; present: number; refusal: string | null }) {
  const t = useWords();
  const told = useMessages();
  return (
    <section className="no-print">
      <StepPanel
        step="use-units"
        summary={t("Dùng các đơn vị này cho đợt khảo sát")}
        agreement={t("Thay toàn bộ danh sách đơn vị của bản nháp")}
        button={t("Thay danh sách đơn vị")}
        tone="plain"
        refusal={refusal === null ? null : told(refusal)}
      >
        <p>
          {t(
            "Bản nháp đang có {present} đơn vị; sẽ còn đúng {count} đơn vị được rút. N và cỡ mẫu của đơn vị bị bỏ sẽ mất.",
            {
              present,
              count,
            },
          )}
        </p>
      </StepPanel>
    </section>
  );
}
