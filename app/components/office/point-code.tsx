import { Form } from "@remix-run/react";
import { REASON_LABELS, RETIREMENT_REASONS, type RetirementReason } from "~/collection-points/retirement";
import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";

interface PointCodeProps {
  point: { code: string; unitName: string; revokedOn: string | null };
  retired: { code: string; reason: RetirementReason; day: string }[];
  /** Open surveys that the code leads to. */
  surveys: number;
  posterAddress: string;
}

/** The code of a point, what it bore before, and how to replace, withdraw or restore it, each with its consequence. */
export function PointCode({ point, retired, surveys, posterAddress }: PointCodeProps) {
  return (
    <div className="form-stack">
      <section className="card" aria-labelledby="code-heading">
        <h2 id="code-heading">Mã đang dùng</h2>
        <p>
          <strong className="code">{point.code}</strong>{" "}
          {point.revokedOn ? `đã thu hồi từ ngày ${formatDay(point.revokedOn)}` : <a href={posterAddress}>Áp phích</a>}
        </p>
        {retired.length > 0 && (
          <ul>
            {retired.map(({ code, reason, day }) => (
              <li key={code}>
                Mã cũ <span className="code">{code}</span>, thay ngày {formatDay(day)}: {REASON_LABELS[reason]}.
              </li>
            ))}
          </ul>
        )}
      </section>
      {point.revokedOn ? <Restore /> : <Replace {...{ point, surveys }} />}
      {!point.revokedOn && <Revoke surveys={surveys} />}
    </div>
  );
}

function Replace({ point, surveys }: Pick<PointCodeProps, "point" | "surveys">) {
  return (
    <Form method="post" className="card form-stack" aria-labelledby="replace-heading">
      <h2 id="replace-heading">Thay mã mới</h2>
      <p>
        Áp phích mang mã {point.code} sẽ thôi nhận phiếu ngay{ofOpenSurveys(surveys)}; ai quét sẽ được báo mã đã thay.
        Phiếu đã nhận vẫn giữ. Sau đó phải in và treo áp phích mới. Không lấy lại mã cũ được.
      </p>
      <fieldset className="field">
        <legend>Lý do</legend>
        {RETIREMENT_REASONS.map((reason) => (
          <label key={reason} className="check">
            <input type="radio" name="reason" value={reason} required />
            {REASON_LABELS[reason]}
          </label>
        ))}
      </fieldset>
      <input type="hidden" name="code" value={point.code} />
      <Agreement>Tôi muốn thay mã này</Agreement>
      <Button change="replace">Thay mã mới</Button>
    </Form>
  );
}

function Revoke({ surveys }: Pick<PointCodeProps, "surveys">) {
  return (
    <Form method="post" className="card form-stack" aria-labelledby="revoke-heading">
      <h2 id="revoke-heading">Thu hồi mã</h2>
      <p>
        Điểm này thôi nhận phiếu ngay{ofOpenSurveys(surveys)}, và không có mã thay. Phiếu đã nhận vẫn giữ. Có thể khôi
        phục bất cứ lúc nào.
      </p>
      <Agreement>Tôi muốn thu hồi mã này</Agreement>
      <Button change="revoke">Thu hồi mã</Button>
    </Form>
  );
}

function Restore() {
  return (
    <Form method="post" className="card form-stack" aria-labelledby="restore-heading">
      <h2 id="restore-heading">Khôi phục mã</h2>
      <p>Áp phích cũ dùng lại được ngay, không phải in lại.</p>
      <p>
        <button type="submit" className="button" name="change" value="restore">
          Khôi phục mã
        </button>
      </p>
    </Form>
  );
}

function Agreement({ children }: { children: string }) {
  return (
    <label className="check">
      <input type="checkbox" name="confirmed" value="yes" required />
      {children}
    </label>
  );
}

function Button({ change, children }: { change: string; children: string }) {
  return (
    <p>
      <button type="submit" className="button button-danger" name="change" value={change}>
        {children}
      </button>
    </p>
  );
}

/** Which surveys lose a code, as the end of a sentence. */
function ofOpenSurveys(surveys: number): string {
  if (surveys === 0) return "";
  return surveys === 1 ? ", ở đợt đang mở của điểm này" : `, ở cả ${formatCount(surveys)} đợt đang mở của điểm này`;
}
