import { useWords } from "~/i18n/use-words";
import { type ChangeFormValues, SPLIT_ROWS } from "~/units/read-change-form";
import { type FieldProblem, problemOf } from "./problem-summary";

/** The units that come out of a split, and under which of them what stood below goes. */
export function UnitSplitFields({
  below,
  values,
  problems,
}: {
  below: readonly { id: number; name: string }[];
  values: ChangeFormValues;
  problems: readonly FieldProblem[];
}) {
  const t = useWords();
  const rows = Array.from({ length: SPLIT_ROWS }, (_, row) => row);
  return (
    <>
      <fieldset className="form-stack">
        <legend>{t("Các đơn vị mới (bỏ trống dòng thừa)")}</legend>
        {rows.map((row) => (
          <div key={row} className="field-row">
            {(["name", "code"] as const).map((part) => {
              const field = `${part}-${row}`;
              const problem = problemOf(problems, field);
              const label =
                part === "name" ? t("Tên đơn vị mới {n}", { n: row + 1 }) : t("Mã đơn vị mới {n}", { n: row + 1 });
              return (
                <div key={part} className="field">
                  <label htmlFor={field}>{label}</label>
                  {problem && (
                    <p id={`${field}-problem`} className="problem">
                      {problem}
                    </p>
                  )}
                  <input
                    id={field}
                    name={field}
                    defaultValue={values[field] ?? ""}
                    aria-invalid={problem ? true : undefined}
                    aria-describedby={problem ? `${field}-problem` : undefined}
                  />
                </div>
              );
            })}
          </div>
        ))}
      </fieldset>
      {below.length > 0 && (
        <fieldset className="form-stack">
          <legend>{t("Đơn vị trực thuộc chuyển về")}</legend>
          {below.map(({ id, name }) => (
            <div key={id} className="field">
              <label htmlFor={`child-${id}`}>{name}</label>
              <select id={`child-${id}`} name={`child-${id}`} defaultValue={values[`child-${id}`] ?? ""}>
                <option value="">{t("Chưa chọn: về đơn vị mới 1")}</option>
                {rows.map((row) => (
                  <option key={row} value={row}>
                    {values[`name-${row}`] || t("Đơn vị mới {n}", { n: row + 1 })}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </fieldset>
      )}
    </>
  );
}
