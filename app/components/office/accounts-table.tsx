import { Link } from "@remix-run/react";
import type { AccountState } from "~/access/account-state";
import type { Role } from "~/access/roles";
import { useNames } from "~/i18n/use-names";
import { useWords } from "~/i18n/use-words";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import { useAccountStates } from "./account-states";
import { TableRegion } from "./table-region";

interface AccountRow {
  id: number;
  username: string;
  displayName: string;
  role: Role;
  sector: Sector | null;
  state: AccountState;
  unitName: string;
}

/** Accounts in scope; each leads to the page on which it is changed. */
export function AccountsTable({ accounts, ownId }: { accounts: AccountRow[]; ownId: number }) {
  const t = useWords();
  const { roles, sectors } = useNames();
  const states = useAccountStates();
  return (
    <TableRegion label={t("Bảng tài khoản")}>
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{t("Tài khoản")}</th>
            <th scope="col">{t("Vai trò")}</th>
            <th scope="col">{t("Phạm vi")}</th>
            <th scope="col">{t("Trạng thái")}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id}>
              <th scope="row">
                <Link to={`/accounts/${account.id}`}>{account.displayName}</Link>
                <span className="sub">
                  {account.username}
                  {account.id === ownId && ` (${t("tài khoản của bạn")})`}
                </span>
              </th>
              <td data-label={t("Vai trò")}>
                {roles[account.role]}
                {account.sector && (
                  <span className="sub">{t("Lĩnh vực {sector}", { sector: sectors[account.sector] })}</span>
                )}
              </td>
              <td data-label={t("Phạm vi")}>{account.unitName}</td>
              <td data-label={t("Trạng thái")}>{states[account.state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
