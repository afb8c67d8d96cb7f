import { Form } from "@remix-run/react";
import { ROLES } from "~/access/roles";
import { capitalized, ROLE_NAMES, SECTOR_NAMES } from "~/i18n/names";
import { SECTORS } from "~/questionnaires/questionnaire";
import { type FieldProblem, ProblemSummary } from "./problem-summary";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

/** A new account: who, which role, over which part of the unit tree. */
export function NewAccountForm({
  units,
  problems,
  values,
}: {
  units: { key: string; name: string; code: string }[];
  problems: readonly FieldProblem[];
  values: Record<string, string>;
}) {
  return (
    <section aria-labelledby="new-account-heading">
      <h2 id="new-account-heading">Thêm tài khoản</h2>
      <Form method="post" className="form-stack narrow" noValidate>
        <ProblemSummary problems={problems} />
        <TextField
          name="username"
          label="Tên đăng nhập"
          value={values.username}
          problems={problems}
          autoComplete="off"
        />
        <TextField name="displayName" label="Tên hiển thị" value={values.displayName} problems={problems} />
        <SelectField
          name="role"
          label="Vai trò"
          value={values.role}
          problems={problems}
          options={ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
        />
        <SelectField
          name="unitKey"
          label="Đơn vị"
          hint="Tài khoản thấy đơn vị này và mọi đơn vị trực thuộc."
          value={values.unitKey}
          problems={problems}
          options={units.map(({ key, name, code }) => ({ value: key, label: `${name} (${code})` }))}
        />
        <SelectField
          name="sector"
          label="Lĩnh vực (cho cán bộ thiết kế)"
          value={values.sector ?? ""}
          problems={problems}
          placeholder="Mọi lĩnh vực"
          options={SECTORS.map((sector) => ({ value: sector, label: capitalized(SECTOR_NAMES[sector]) }))}
        />
        <button type="submit" name="change" value="create" className="button">
          Thêm tài khoản
        </button>
      </Form>
    </section>
  );
}
