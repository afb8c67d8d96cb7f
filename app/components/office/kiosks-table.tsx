import { Form } from "@remix-run/react";
import type { KioskState, ListedKiosk } from "~/collection-points/kiosk";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { NumericHeading } from "./numeric-heading";
import { TableRegion } from "./table-region";

const STATES: Readonly<Record<KioskState, { name: Phrase; badge: string }>> = {
  waiting: { name: "chờ ghép", badge: "badge-caution" },
  "in-use": { name: "đang dùng", badge: "badge-good" },
  silent: { name: "mất liên lạc", badge: "badge-danger" },
  revoked: { name: "đã thu hồi", badge: "" },
};

/** Tablets in scope: how it stands with each, and what can be done. */
export function KiosksTable({ kiosks }: { kiosks: ListedKiosk[] }) {
  const t = useWords();
  const tell = useMessages();
  const language = useLanguage();
  return (
    <TableRegion label={t("Bảng máy tính bảng")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("Máy")}</th>
            <th scope="col">{t("Điểm khảo sát")}</th>
            <th scope="col">{t("Trạng thái")}</th>
            <th scope="col">{t("Liên lạc gần nhất")}</th>
            <NumericHeading>{t("Phiếu chờ gửi")}</NumericHeading>
            <th scope="col">{t("Thao tác")}</th>
          </tr>
        </thead>
        <tbody>
          {kiosks.map((kiosk) => (
            <tr key={kiosk.id}>
              <th scope="row">{kiosk.label}</th>
              <td>
                {kiosk.unitName}
                <span className="sub">
                  {kiosk.pointLabel} · <span className="code">{kiosk.pointCode}</span>
                </span>
              </td>
              <td>
                <span className={`badge ${STATES[kiosk.state].badge}`}>{t(STATES[kiosk.state].name)}</span>
                {kiosk.state !== "revoked" && <CodeNote kiosk={kiosk} />}
              </td>
              <td>
                {kiosk.lastSeen ? (
                  <>
                    {tell(kiosk.lastSeen.ago)}
                    <span className="sub">{kiosk.lastSeen.at}</span>
                  </>
                ) : (
                  "–"
                )}
              </td>
              <td className="numeric">{kiosk.queueLength === null ? "–" : formatCount(kiosk.queueLength, language)}</td>
              <td>{kiosk.state !== "revoked" && <Changes kiosk={kiosk} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function CodeNote({ kiosk: { codeUntil, state } }: { kiosk: ListedKiosk }) {
  const t = useWords();
  if (codeUntil) return <span className="sub">{t("mã dùng được đến {time}", { time: codeUntil.slice(-5) })}</span>;
  return state === "waiting" ? <span className="sub">{t("mã đã hết hạn")}</span> : null;
}

/** Works without scripts; revoking asks for a tick. */
function Changes({ kiosk }: { kiosk: ListedKiosk }) {
  const t = useWords();
  const language = useLanguage();
  const waiting = kiosk.queueLength ?? 0;
  return (
    <>
      <Form method="post" className="actions">
        <input type="hidden" name="id" value={kiosk.id} />
        <button
          type="submit"
          name="change"
          value="renew"
          className="button button-quiet"
          aria-label={t("Cấp mã mới cho {label}, {unit}", { label: kiosk.label, unit: kiosk.unitName })}
        >
          {t("Cấp mã mới")}
        </button>
      </Form>
      <details>
        <summary aria-label={t("Thu hồi {label}, {unit}", { label: kiosk.label, unit: kiosk.unitName })}>
          {t("Thu hồi…")}
        </summary>
        <Form method="post">
          <input type="hidden" name="id" value={kiosk.id} />
          <p>
            {t("Máy thôi nhận phiếu ngay.")}
            {waiting > 0 &&
              ` ${t("Máy còn giữ {n} phiếu chưa gửi: nên chờ máy có mạng và gửi hết rồi hãy thu hồi.", {
                n: formatCount(waiting, language),
              })}`}
          </p>
          <label className="check">
            <input type="checkbox" name="confirmed" value="yes" /> {t("Tôi muốn thu hồi máy này")}
          </label>
          <button type="submit" name="change" value="revoke" className="button button-danger">
            {t("Thu hồi")}
          </button>
        </Form>
      </details>
    </>
  );
}
