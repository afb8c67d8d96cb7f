import { Form } from "@remix-run/react";
import type { KioskState, ListedKiosk } from "~/collection-points/kiosk";
import { formatCount } from "~/i18n/numbers";
import { TableRegion } from "./table-region";

const STATES: Readonly<Record<KioskState, { name: string; badge: string }>> = {
  waiting: { name: "chờ ghép", badge: "badge-caution" },
  "in-use": { name: "đang dùng", badge: "badge-good" },
  silent: { name: "mất liên lạc", badge: "badge-danger" },
  revoked: { name: "đã thu hồi", badge: "" },
};

/** Tablets in scope: how it stands with each, and what can be done. */
export function KiosksTable({ kiosks }: { kiosks: ListedKiosk[] }) {
  return (
    <TableRegion label="Bảng máy tính bảng">
      <table>
        <thead>
          <tr>
            <th scope="col">Máy</th>
            <th scope="col">Điểm khảo sát</th>
            <th scope="col">Trạng thái</th>
            <th scope="col">Liên lạc gần nhất</th>
            <th scope="col" className="numeric">
              Phiếu chờ gửi
            </th>
            <th scope="col">Thao tác</th>
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
                <span className={`badge ${STATES[kiosk.state].badge}`}>{STATES[kiosk.state].name}</span>
                {kiosk.state !== "revoked" && <CodeNote kiosk={kiosk} />}
              </td>
              <td>
                {kiosk.lastSeen ? (
                  <>
                    {kiosk.lastSeen.ago}
                    <span className="sub">{kiosk.lastSeen.at}</span>
                  </>
                ) : (
                  "–"
                )}
              </td>
              <td className="numeric">{kiosk.queueLength === null ? "–" : formatCount(kiosk.queueLength)}</td>
              <td>{kiosk.state !== "revoked" && <Changes kiosk={kiosk} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function CodeNote({ kiosk: { codeUntil, state } }: { kiosk: ListedKiosk }) {
  if (codeUntil) return <span className="sub">mã dùng được đến {codeUntil.slice(-5)}</span>;
  return state === "waiting" ? <span className="sub">mã đã hết hạn</span> : null;
}

/** Works without scripts; revoking asks for a tick. */
function Changes({ kiosk }: { kiosk: ListedKiosk }) {
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
          aria-label={`Cấp mã mới cho ${kiosk.label}, ${kiosk.unitName}`}
        >
          Cấp mã mới
        </button>
      </Form>
      <details>
        <summary aria-label={`Thu hồi ${kiosk.label}, ${kiosk.unitName}`}>Thu hồi…</summary>
        <Form method="post">
          <input type="hidden" name="id" value={kiosk.id} />
          <p>
            Máy thôi nhận phiếu ngay.
            {waiting > 0 &&
              ` Máy còn giữ ${formatCount(waiting)} phiếu chưa gửi: nên chờ máy có mạng và gửi hết rồi hãy thu hồi.`}
          </p>
          <label className="check">
            <input type="checkbox" name="confirmed" value="yes" /> Tôi muốn thu hồi máy này
          </label>
          <button type="submit" name="change" value="revoke" className="button button-danger">
            Thu hồi
          </button>
        </Form>
      </details>
    </>
  );
}
