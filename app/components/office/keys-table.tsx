import { Form } from "@remix-run/react";
import type { ApiKeyState, ListedApiKey } from "~/access/api-key";
import { formatDay } from "~/i18n/dates";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { SCOPE_NAMES } from "./key-form";
import { TableRegion } from "./table-region";

const STATES: Readonly<Record<ApiKeyState, { name: Phrase; badge: string }>> = {
  "in-use": { name: "đang dùng được", badge: "badge-good" },
  expired: { name: "hết hạn", badge: "badge-caution" },
  revoked: { name: "đã thu hồi", badge: "" },
};

/** Keys of units in scope, the latest first: what each may do, when it was used last, and how to revoke it. */
export function KeysTable({ keys }: { keys: readonly (ListedApiKey & { state: ApiKeyState })[] }) {
  const t = useWords();
  if (keys.length === 0) return <p className="empty-state">{t("Chưa có khóa nào.")}</p>;
  return (
    <TableRegion label={t("Bảng khóa kết nối")}>
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{t("Khóa")}</th>
            <th scope="col">{t("Phạm vi")}</th>
            <th scope="col">{t("Được làm")}</th>
            <th scope="col">{t("Dùng gần nhất")}</th>
            <th scope="col">{t("Trạng thái")}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">
                {key.name}
                <span className="sub">
                  <code>{key.prefix}…</code>
                  {key.by && ` · ${key.by}`}
                </span>
              </th>
              <td data-label={t("Phạm vi")}>{key.unitName}</td>
              <td data-label={t("Được làm")}>
                {key.scopes.map((scope) => t(SCOPE_NAMES[scope])).join("; ")}
                {key.surveyTitle && <span className="sub">{key.surveyTitle}</span>}
              </td>
              <td data-label={t("Dùng gần nhất")}>
                {key.lastUsedOn ? formatDay(key.lastUsedOn) : t("chưa dùng lần nào")}
              </td>
              <td data-label={t("Trạng thái")}>
                <span className={`badge ${STATES[key.state].badge}`}>{t(STATES[key.state].name)}</span>
                {key.expiresOn && <span className="sub">{t("đến hết {day}", { day: formatDay(key.expiresOn) })}</span>}
                {key.state === "in-use" && <Revocation id={key.id} name={key.name} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function Revocation({ id, name }: { id: number; name: string }) {
  const t = useWords();
  return (
    <details>
      <summary aria-label={t("Thu hồi khóa {name}", { name })}>{t("Thu hồi…")}</summary>
      <Form method="post">
        <input type="hidden" name="id" value={id} />
        <p>{t("Phần mềm đang dùng khóa này bị từ chối ngay. Không khôi phục được; cần thì tạo khóa khác.")}</p>
        <label className="check">
          <input type="checkbox" name="confirmed" value="yes" autoComplete="off" /> {t("Tôi muốn thu hồi khóa này")}
        </label>
        <button type="submit" name="change" value="revoke" className="button button-danger">
          {t("Thu hồi")}
        </button>
      </Form>
    </details>
  );
}
