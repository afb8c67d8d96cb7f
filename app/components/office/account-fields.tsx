import { ROLES } from "~/access/roles";
import { capitalized } from "~/i18n/names";
import { useNames } from "~/i18n/use-names";
import { useWords } from "~/i18n/use-words";
import { SECTORS } from "~/questionnaires/questionnaire";
import { ChoicesField } from "./choices-field";
import type { FieldProblem } from "./problem-summary";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

/** What an administrator says of an account, new or not: who, which role, over which part of the unit tree. */
export function AccountFields({
  units,
  values,
  problems,
}: {
  /** The lines of the suggestions. */
  units: readonly string[];
  values: Readonly<Record<string, string | undefined>>;
  problems: readonly FieldProblem[];
}) {
  const t = useWords();
  const { roles, roleExplanations, sectors } = useNames();
  return (
    <>
      <TextField
        name="displayName"
        label={t("Họ tên hoặc chức danh")}
        hint={t("Hiện ở góc trên màn hình của người dùng. Ví dụ: Nguyễn Văn An, Phòng Nghiệp vụ Y")}
        value={values.displayName}
        problems={problems}
        autoComplete="off"
      />
      <ChoicesField
        name="role"
        label={t("Vai trò")}
        type="radio"
        // The names alone do not tell what each may do.
        options={ROLES.map((role) => ({ value: role, label: roles[role], explanation: roleExplanations[role] }))}
        chosen={[values.role ?? ""]}
        problems={problems}
      />
      <TextField
        name="unit"
        label={t("Đơn vị")}
        hint={t(
          "Gõ vài chữ của tên hoặc mã rồi chọn một dòng gợi ý. Tài khoản chỉ thấy đơn vị này và mọi đơn vị trực thuộc: cán bộ của xã thấy xã mình, cán bộ của sở thấy sở và các đơn vị thuộc sở.",
        )}
        value={values.unit}
        problems={problems}
        autoComplete="off"
        suggestions={units}
      />
      <SelectField
        name="sector"
        label={t("Lĩnh vực")}
        hint={t(
          "Chỉ dùng cho vai trò {role}: lập đợt khảo sát của lĩnh vực này tại mọi đơn vị cùng lĩnh vực, kể cả ngoài nhánh của mình, ví dụ Sở Y tế tại các trạm y tế xã. Vai trò khác bỏ qua ô này.",
          { role: roles.designer },
        )}
        value={values.sector ?? ""}
        problems={problems}
        placeholder={t("Không giới hạn lĩnh vực")}
        options={SECTORS.map((sector) => ({ value: sector, label: capitalized(sectors[sector]) }))}
      />
    </>
  );
}
