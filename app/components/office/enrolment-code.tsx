import type { EnrolmentSheet } from "~/collection-points/kiosk";
import { useWords } from "~/i18n/use-words";

/** The one-time code of a tablet with the address to type it at; it is shown this once. */
export function EnrolmentCode({ sheet }: { sheet: EnrolmentSheet }) {
  const t = useWords();
  return (
    <section className="notice notice-good enrolment" role="status" aria-labelledby="enrolment-heading">
      <div>
        <h2 id="enrolment-heading">
          {t("Mã ghép máy “{label}”, {unit}", { label: sheet.label, unit: sheet.unitName })}
        </h2>
        <ol>
          <li>
            {t("Trên máy tính bảng, mở Chrome, vào")} <strong className="code">{sheet.address}</strong>{" "}
            {t("hoặc quét mã QR bên cạnh.")}
          </li>
          <li>
            {t("Nhập mã")} <strong className="code enrolment-code">{sheet.code}</strong>
          </li>
        </ol>
        <p>
          {t("Mã chỉ hiện lần này, dùng một lần, đến {moment}. Quá giờ thì bấm “Cấp mã mới” trong danh sách.", {
            moment: sheet.until,
          })}
        </p>
      </div>
      <img src={sheet.qr} width="160" height="160" alt={t("Mã QR của địa chỉ {address}", { address: sheet.address })} />
    </section>
  );
}
