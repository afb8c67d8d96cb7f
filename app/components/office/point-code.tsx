import { Form } from "@remix-run/react";
import { REASON_LABELS, RETIREMENT_REASONS, type RetirementReason } from "~/collection-points/retirement";
import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";

interface PointCodeProps {
  point: { code: string; unitName: string; revokedOn: string | null };
  retired: { code: string; reason: RetirementReason; day: string }[];
  /** Open surveys that the code leads to. */
  surveys: number;
  posterAddress: string;
}

/** The code of a point, what it bore before, and how to replace, withdraw or restore it, each with its consequence. */
export function PointCode({ point, retired, surveys, posterAddress }: PointCodeProps) {
  const t = useWords();
  const tell = useMessages();
  return (
    <div className="form-stack">
      <section className="card" aria-labelledby="code-heading">
        <h2 id="code-heading">{t("Mã đang dùng")}</h2>
        <p>
          <strong className="code">{point.code}</strong>{" "}
          {point.revokedOn ? (
            t("đã thu hồi từ ngày {day}", { day: formatDay(point.revokedOn) })
          ) : (
            <a href={posterAddress}>{t("Áp phích")}</a>
          )}
        </p>
        {retired.length > 0 && (
          <ul>
            {retired.map(({ code, reason, day }) => (
              <li key={code}>
                {t("Mã cũ")} <span className="code">{code}</span>
                {t(", thay ngày {day}: {reason}.", { day: formatDay(day), reason: tell(REASON_LABELS[reason]) })}
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
  const t = useWords();
  const tell = useMessages();
  const ofOpenSurveys = useOpenSurveys();
  return (
    <Form method="post" className="card form-stack" aria-labelledby="replace-heading">
      <h2 id="replace-heading">{t("Thay mã mới")}</h2>
      <p>
        {t(
          "Áp phích mang mã {code} sẽ thôi nhận phiếu ngay{surveys}; ai quét sẽ được báo mã đã thay. Phiếu đã nhận vẫn giữ. Sau đó phải in và treo áp phích mới. Không lấy lại mã cũ được.",
          { code: point.code, surveys: ofOpenSurveys(surveys) },
        )}
      </p>
      <fieldset className="field">
        <legend>{t("Lý do")}</legend>
        {RETIREMENT_REASONS.map((reason) => (
          <label key={reason} className="check">
            <input type="radio" name="reason" value={reason} required />
            {tell(REASON_LABELS[reason])}
          </label>
        ))}
      </fieldset>
      <input type="hidden" name="code" value={point.code} />
      <Agreement>{t("Tôi muốn thay mã này")}</Agreement>
      <Button change="replace">{t("Thay mã mới")}</Button>
    </Form>
  );
}

function Revoke({ surveys }: Pick<PointCodeProps, "surveys">) {
  const t = useWords();
  const ofOpenSurveys = useOpenSurveys();
  return (
    <Form method="post" className="card form-stack" aria-labelledby="revoke-heading">
      <h2 id="revoke-heading">{t("Thu hồi mã")}</h2>
      <p>
        {t(
          "Điểm này thôi nhận phiếu ngay{surveys}, và không có mã thay. Phiếu đã nhận vẫn giữ. Có thể khôi phục bất cứ lúc nào.",
          { surveys: ofOpenSurveys(surveys) },
        )}
      </p>
      <Agreement>{t("Tôi muốn thu hồi mã này")}</Agreement>
      <Button change="revoke">{t("Thu hồi mã")}</Button>
    </Form>
  );
}

function Restore() {
  const t = useWords();
  return (
    <Form method="post" className="card form-stack" aria-labelledby="restore-heading">
      <h2 id="restore-heading">{t("Khôi phục mã")}</h2>
      <p>{t("Áp phích cũ dùng lại được ngay, không phải in lại.")}</p>
      <p>
        <button type="submit" className="button" name="change" value="restore">
          {t("Khôi phục mã")}
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
function useOpenSurveys(): (surveys: number) => string {
  const t = useWords();
  const language = useLanguage();
  return (surveys) => {
    if (surveys === 0) return "";
    if (surveys === 1) return t(", ở đợt đang mở của điểm này");
    return t(", ở cả {n} đợt đang mở của điểm này", { n: formatCount(surveys, language) });
  };
}
