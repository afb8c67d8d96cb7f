import type { EnrolmentSheet } from "~/collection-points/kiosk";

/** The one-time code of a tablet with the address to type it at; it is shown this once. */
export function EnrolmentCode({ sheet }: { sheet: EnrolmentSheet }) {
  return (
    <section className="notice notice-good enrolment" role="status" aria-labelledby="enrolment-heading">
      <div>
        <h2 id="enrolment-heading">
          Mã ghép máy “{sheet.label}”, {sheet.unitName}
        </h2>
        <ol>
          <li>
            Trên máy tính bảng, mở Chrome, vào <strong className="code">{sheet.address}</strong> hoặc quét mã QR bên
            cạnh.
          </li>
          <li>
            Nhập mã <strong className="code enrolment-code">{sheet.code}</strong>
          </li>
        </ol>
        <p>Mã chỉ hiện lần này, dùng một lần, đến {sheet.until}. Quá giờ thì bấm “Cấp mã mới” trong danh sách.</p>
      </div>
      <img src={sheet.qr} width="160" height="160" alt={`Mã QR của địa chỉ ${sheet.address}`} />
    </section>
  );
}
