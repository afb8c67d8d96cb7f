import { Form, useNavigation } from "@remix-run/react";
import { useMessages, useWords } from "~/i18n/use-words";
import { FieldFrame } from "./field-frame";

/** Takes a plan from a file. */
export function PlanFileForm({ problems }: { problems: readonly string[] }) {
  const t = useWords();
  const tell = useMessages();
  const busy = useNavigation().state !== "idle";
  return (
    <details className="step-panel" open={problems.length > 0}>
      <summary>{t("Nhập từ tệp")}</summary>
      {problems.length > 0 && (
        <div className="notice notice-error" role="alert">
          <p>{t("Tệp có chỗ chưa đúng")}</p>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{tell(problem)}</li>
            ))}
          </ul>
        </div>
      )}
      <Form method="post" encType="multipart/form-data" className="form-stack">
        <FieldFrame
          name="file"
          label={t("Tệp kế hoạch (JSON)")}
          hint={t("Tệp JSON theo đúng dạng của tệp tải về từ trang này.")}
        >
          {(control) => <input {...control} type="file" accept=".json,application/json" required />}
        </FieldFrame>
        <div>
          <button type="submit" name="change" value="import" className="button button-quiet" disabled={busy}>
            {busy ? t("Đang kiểm tra…") : t("Đọc tệp và xem trước")}
          </button>
        </div>
      </Form>
    </details>
  );
}
