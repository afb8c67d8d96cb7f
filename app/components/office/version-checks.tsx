import { Form, useNavigation } from "@remix-run/react";
import type { ActivityDetail } from "~/access/activity";
import { formatDay } from "~/i18n/dates";
import { useMessages, useWords } from "~/i18n/use-words";
import { DateField } from "./date-field";
import { ProblemSummary } from "./problem-summary";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

interface VersionChecksProps {
  /** The checks that stand, the latest first. */
  standing: readonly { id: number; by: string; on: string; document: string; mayWithdraw: boolean }[];
  checks: readonly { id: number; kind: string; day: string; by: string | null; detail: ActivityDetail }[];
  mayCheck: boolean;
  today: string;
  failure: {
    problems: readonly { field: string; message: string }[];
    values: { document: string; on: string; note: string; reason: string; check: string };
  } | null;
}

/** Whether the wording was held against the signed original: who, when, which document, and how it was taken back. */
export function VersionChecks({ standing, checks, mayCheck, today, failure }: VersionChecksProps) {
  const t = useWords();
  const told = useMessages();
  const busy = useNavigation().state !== "idle";
  const problems = (failure?.problems ?? []).map(({ field, message }) => ({ field, message: told(message) }));
  const values = failure?.values ?? { document: "", on: today, note: "", reason: "", check: "" };
  const own = standing.filter((check) => check.mayWithdraw);
  const withdrawing = problems.some(({ field }) => field === "reason");
  return (
    <section aria-labelledby="checks-heading">
      <h2 id="checks-heading">{t("Đối chiếu bản gốc")}</h2>
      {standing.map(({ id, document, by, on }) => (
        <p key={id}>
          {t("Đã đối chiếu bản gốc: {document}; người đối chiếu: {name}, ngày {day}.", {
            document,
            name: by,
            day: formatDay(on),
          })}
        </p>
      ))}
      {standing.length === 0 && <p>{t("Chưa ai ghi là đã đối chiếu câu chữ với bản có chữ ký.")}</p>}
      {checks.length > 0 && (
        <ul className="outline">
          {checks.map(({ id, kind, day, by, detail }) => (
            <li key={id}>
              {formatDay(day)} · {by ?? t("hệ thống")}:{" "}
              {kind === "questionnaire.verify"
                ? t("đã đối chiếu với {document}", { document: String(detail.document ?? "") })
                : t("rút lại, vì: {reason}", { reason: String(detail.reason ?? "") })}
              {detail.note && <span className="sub">{String(detail.note)}</span>}
            </li>
          ))}
        </ul>
      )}
      {mayCheck && (
        <details className="step-panel" open={problems.length > 0 && !withdrawing}>
          <summary className="button">{t("Ghi đã đối chiếu…")}</summary>
          <Form method="post" className="form-stack" noValidate>
            {!withdrawing && <ProblemSummary problems={problems} />}
            <p>
              {t(
                "Chỉ ghi khi đã so từng câu với văn bản có chữ ký: văn bản ban hành mẫu chính thức, hoặc quyết định, kế hoạch ban hành mẫu do cơ quan soạn. Tên tài khoản của bạn được lưu cùng.",
              )}
            </p>
            <TextField
              name="document"
              label={t("Số, ký hiệu, ngày của văn bản gốc")}
              hint={t("Ví dụ: Quyết định 56/QĐ-BYT ngày 08/01/2024, Mẫu số 2")}
              value={values.document}
              problems={problems}
            />
            <DateField name="on" label={t("Ngày đối chiếu")} value={values.on} problems={problems} />
            <TextField name="note" label={t("Ghi chú (không bắt buộc)")} value={values.note} problems={problems} />
            <button type="submit" name="change" value="verify" className="button" disabled={busy}>
              {t("Ghi đã đối chiếu bản gốc")}
            </button>
          </Form>
        </details>
      )}
      {mayCheck && own.length > 0 && (
        <details className="step-panel" open={withdrawing}>
          <summary>{t("Rút lại việc đối chiếu…")}</summary>
          <Form method="post" className="form-stack" noValidate>
            {withdrawing && <ProblemSummary problems={problems} />}
            <p>{t("Lần đối chiếu rút lại vẫn còn trong danh sách trên, cùng lý do.")}</p>
            {own.length === 1 ? (
              <input type="hidden" name="check" value={own[0]?.id} />
            ) : (
              <SelectField
                name="check"
                label={t("Lần đối chiếu")}
                value={values.check}
                options={own.map(({ id, document, by, on }) => ({
                  value: String(id),
                  label: `${formatDay(on)} · ${by} · ${document}`,
                }))}
                problems={problems}
              />
            )}
            <TextField name="reason" label={t("Lý do")} value={values.reason} problems={problems} />
            <button type="submit" name="change" value="withdraw" className="button button-danger" disabled={busy}>
              {t("Rút lại")}
            </button>
          </Form>
        </details>
      )}
    </section>
  );
}
