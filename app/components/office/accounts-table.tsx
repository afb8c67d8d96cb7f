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
            <th scope="col">Tên đăng nhập</th>
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
              <td>{!account.active ? "Đã khóa" : account.mustChangePassword ? "Chờ đổi mật khẩu" : "Đang dùng"}</td>
              <td>
                {account.id === ownId ? (
                  <span className="muted">Tài khoản của bạn</span>
                ) : (
                  <Form method="post" className="actions">
                    <input type="hidden" name="id" value={account.id} />
                    <input type="hidden" name="username" value={account.username} />
                    <button type="submit" name="change" value="reset" className="button button-quiet">
                      Cấp lại mật khẩu
                    </button>
                    <button
                      type="submit"
                      name="change"
                      value={account.active ? "deactivate" : "activate"}
                      className="button button-quiet"
                    >
                      {account.active ? "Khóa" : "Mở khóa"}
                    </button>
                  </Form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
