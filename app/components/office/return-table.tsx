import { formatCount, formatShare } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { ReturnLine } from "~/surveys/fieldwork-monitor";
import { useChannelNames } from "./channel-name";
import { NumericHeading } from "./numeric-heading";
import { TableRegion } from "./table-region";

/** Forms given out, got back and valid, with the response rate where it can be reckoned. */
export function ReturnTable({ returns }: { returns: readonly ReturnLine[] }) {
  const t = useWords();
  const language = useLanguage();
  const nameOf = useChannelNames();
  // An open code is given out to nobody in particular: a line for each unit would only say so again and again.
  const open = returns.some(({ channel }) => isOpen(channel));
  const lines = returns.filter(({ channel }) => !isOpen(channel));
  const count = (value: number | null) => (value === null ? "–" : formatCount(value, language));
  return (
    <section className="fieldwork-section" aria-labelledby="returns-heading">
      <h2 id="returns-heading">{t("Phiếu phát ra, thu về, hợp lệ")}</h2>
      {open && (
        <p>
          {nameOf("qr")}, {nameOf("kiosk")}: {t("không tính được với QR mở")}.
        </p>
      )}
      {returns.length === 0 && <p>{t("Chưa có phiếu nào.")}</p>}
      {lines.length > 0 && (
        <TableRegion label={t("Phiếu phát ra, thu về, hợp lệ")}>
          <table className="wide">
            <thead>
              <tr>
                <th scope="col">{t("Đơn vị")}</th>
                <th scope="col">{t("Kênh")}</th>
                <NumericHeading>{t("Phát ra")}</NumericHeading>
                <NumericHeading>{t("Thu về")}</NumericHeading>
                <NumericHeading>{t("Hợp lệ")}</NumericHeading>
                <NumericHeading>{t("Tỷ lệ thu hồi")}</NumericHeading>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={`${line.unitKey} ${line.channel}`}>
                  <th scope="row">{line.unitName}</th>
                  <td>{nameOf(line.channel)}</td>
                  <td className="numeric">{count(line.issued)}</td>
                  <td className="numeric">{count(line.returned)}</td>
                  <td className="numeric">{count(line.valid)}</td>
                  <td className="numeric">
                    {line.rate !== null
                      ? formatShare(line.rate, 1, language)
                      : line.issued === null
                        ? t("chưa ghi số phát ra")
                        : "–"}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </section>
  );
}

function isOpen(channel: ReturnLine["channel"]): boolean {
  return channel === "qr" || channel === "kiosk";
}
