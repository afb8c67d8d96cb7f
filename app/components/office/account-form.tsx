import { Form, useNavigation } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { AccountFields } from "./account-fields";
import { type FieldProblem, ProblemSummary } from "./problem-summary";

/** Changes who an account is and what it may do. */
export function AccountForm({
  units,
  values,
  problems,
}: {
  units: readonly string[];
  values: Readonly<Record<string, string>>;
  problems: readonly FieldProblem[];
}) {
  const t = useWords();
  const busy = useNavigation().state !== "idle";
  return (
    <section aria-labelledby="change-heading">
      <h2 id="change-heading">{t("Thông tin và quyền")}</h2>
      <Form method="post" className="form-stack" noValidate>
        <ProblemSummary problems={problems} />
        <AccountFields units={units} values={values} problems={problems} />
        <button type="submit" name="change" value="edit" className="button" disabled={busy}>
          {t("Lưu thay đổi")}
        </button>
      </Form>
    </section>
  );
}
