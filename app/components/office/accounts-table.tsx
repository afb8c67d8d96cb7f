import { Form } from "@remix-run/react";
import type { Role } from "~/access/roles";
import { ROLE_NAMES, SECTOR_NAMES } from "~/i18n/names";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import { TableRegion } from "./table-region";

interface AccountRow {
  id: number;
  username: string;
  displayName: string;
  role: Role;
  sector: Sector | null;
  active: boolean;
  mustChangePassword: boolean;
  unitName: string;
}

/** Accounts in scope with what can be done to each; nobody can lock themselves out. */
export function AccountsTable({ accounts, ownId }: { accounts: AccountRow[]; ownId: number }) {
  return (
    <TableRegion label="Bảng tài khoản">
      <table>
        <thead>
          <tr>
            <th scope="col">Tài khoản</th>
            <th scope="col">Vai trò</th>
            <th scope="col">Phạm vi</th>
            <th scope="col">Trạng thái</th>
            <th scope="col">Thao tác</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id}>
              <th scope="row">
                {account.username}
                <span className="sub">{account.displayName}</span>
              </th>
              <td>
                {ROLE_NAMES[account.role]}
                {account.sector && <span className="sub">Lĩnh vực {SECTOR_NAMES[account.sector]}</span>}
              </td>
              <td>{account.unitName}</td>
              <td>
                {!account.active
                  ? "Đã khóa"
                  : account.mustChangePassword
                    ? "Chưa đổi mật khẩu dùng một lần"
                    : "Đang dùng"}
              </td>
              <td>
                {account.id === ownId ? (
                  <span className="muted">Tài khoản của bạn</span>
                ) : (
                  <AccountActions account={account} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** What can be done to an account; what takes something from its user is told first and asked for once more. */
function AccountActions({ account }: { account: AccountRow }) {
  return (
    <Form method="post" className="row-actions">
      <input type="hidden" name="id" value={account.id} />
      <details>
        <summary aria-label={`Cấp lại mật khẩu cho ${account.username}`}>Cấp lại mật khẩu…</summary>
        <p>Mật khẩu cũ mất hiệu lực ngay; người dùng phải đăng nhập lại bằng mật khẩu dùng một lần.</p>
        <button type="submit" name="change" value="reset" className="button">
          Cấp mật khẩu mới
        </button>
      </details>
      {account.active ? (
        <details>
          <summary aria-label={`Khóa tài khoản ${account.username}`}>Khóa…</summary>
          <p>Người dùng bị đăng xuất ngay và không đăng nhập được nữa; có thể mở khóa lại.</p>
          <label className="check">
            <input type="checkbox" name="confirmed" value="yes" /> Tôi muốn khóa tài khoản {account.username}
          </label>
          <button type="submit" name="change" value="deactivate" className="button button-danger">
            Khóa tài khoản
          </button>
        </details>
      ) : (
        <button type="submit" name="change" value="activate" className="button button-quiet">
          Mở khóa
        </button>
      )}
    </Form>
  );
}
