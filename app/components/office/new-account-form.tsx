import { Form } from "@remix-run/react";
import { useEffect, useState } from "react";
import { capitalized, ROLE_NAMES, SECTOR_NAMES } from "~/i18n/names";
import { SECTORS } from "~/questionnaires/questionnaire";
import type { AccountOutcome } from "./account-outcome";
import { ProblemSummary } from "./problem-summary";
import { RoleField } from "./role-field";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

const NOTHING_TYPED = { problems: [] as const, values: {} as Record<string, string> };

/** A new account: who, which role, over which part of the unit tree. Empty again once an account was made. */
export function NewAccountForm({
  units,
  outcome,
}: {
  /** The lines of the suggestions. */
  units: readonly string[];
  outcome: AccountOutcome | undefined;
}) {
  const { problems, values } = outcome?.kind === "refused" ? outcome : NOTHING_TYPED;
  const made = useCountOfMade(outcome);
  return (
    <section aria-labelledby="new-account-heading">
      <h2 id="new-account-heading">Thêm tài khoản</h2>
      <Form key={made} method="post" className="form-stack" noValidate>
        <ProblemSummary problems={problems} />
        <TextField
          name="username"
          label="Tên đăng nhập"
          hint="3 đến 40 ký tự, viết liền không dấu; được dùng chữ số, dấu chấm, gạch ngang, gạch dưới. Ví dụ: nguyenvanan, ubnd.hacthanh"
          value={values.username}
          problems={problems}
          autoComplete="off"
        />
        <TextField
          name="displayName"
          label="Họ tên hoặc chức danh"
          hint="Hiện ở góc trên màn hình của người dùng. Ví dụ: Nguyễn Văn An, Phòng Nghiệp vụ Y"
          value={values.displayName}
          problems={problems}
          autoComplete="off"
        />
        <RoleField value={values.role} problems={problems} />
        <TextField
          name="unit"
          label="Đơn vị"
          hint="Gõ vài chữ của tên hoặc mã rồi chọn một dòng gợi ý; hoặc nhập đủ tên, đủ mã. Tài khoản thấy đơn vị này và mọi đơn vị trực thuộc."
          value={values.unit}
          problems={problems}
          autoComplete="off"
          suggestions={units}
        />
        <SelectField
          name="sector"
          label="Lĩnh vực"
          hint={`Chỉ dùng cho vai trò ${ROLE_NAMES.designer}: lập đợt khảo sát của lĩnh vực này tại mọi đơn vị cùng lĩnh vực, ví dụ Sở Y tế tại các trạm y tế xã.`}
          value={values.sector ?? ""}
          problems={problems}
          placeholder="Không giới hạn lĩnh vực"
          options={SECTORS.map((sector) => ({ value: sector, label: capitalized(SECTOR_NAMES[sector]) }))}
        />
        <button type="submit" name="change" value="create" className="button">
          Thêm tài khoản
        </button>
      </Form>
    </section>
  );
}

/** How many accounts were made on this page: each one makes the form anew, while any other outcome keeps what is typed. */
function useCountOfMade(outcome: AccountOutcome | undefined): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (outcome?.kind === "created") setCount((before) => before + 1);
  }, [outcome]);
  return count;
}
