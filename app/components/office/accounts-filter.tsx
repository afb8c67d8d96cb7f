import { Form, Link } from "@remix-run/react";
import { ACCOUNT_STATES } from "~/access/account-state";
import type { AccountsRequest } from "~/access/browse-accounts";
import { ROLES } from "~/access/roles";
import { useNames } from "~/i18n/use-names";
import { useWords } from "~/i18n/use-words";
import { useAccountStates } from "./account-states";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

/** Narrows the list through the address, so that it needs no script. */
export function AccountsFilter({ asked: { search, role, state } }: { asked: AccountsRequest }) {
  const t = useWords();
  const { roles } = useNames();
  const states = useAccountStates();
  return (
    // Keyed by what it shows, or the browser would keep the old choices after the filter is taken off.
    <Form method="get" className="field-row" key={[search, role, state].join("/")}>
      <TextField name="q" type="search" label={t("Tìm tên, đơn vị (không cần dấu)")} value={search} />
      <SelectField
        name="role"
        label={t("Vai trò")}
        placeholder={t("Tất cả")}
        value={role ?? ""}
        options={ROLES.map((value) => ({ value, label: roles[value] }))}
      />
      <SelectField
        name="state"
        label={t("Trạng thái")}
        placeholder={t("Tất cả")}
        value={state ?? ""}
        options={ACCOUNT_STATES.map((value) => ({ value, label: states[value] }))}
      />
      <button type="submit" className="button button-quiet">
        {t("Xem")}
      </button>
      {(search || role || state) && <Link to="/accounts">{t("Bỏ lọc")}</Link>}
    </Form>
  );
}
