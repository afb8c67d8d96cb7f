import { Form } from "@remix-run/react";
import { useMessages, useWords } from "~/i18n/use-words";
import { type FieldProblem, ProblemSummary } from "./problem-summary";
import { TextField } from "./text-field";

interface PaperBatchEditProps {
  batch: { label: string; issued: number; returned: number };
  /** The highest number keyed; 0 where nothing is. */
  lastKeyed: number;
  refused: { step: string; problems: FieldProblem[]; values: Record<string, string> } | null;
}

/** Corrects the name and counts of a bundle, and deletes one of which nothing has been keyed. */
export function PaperBatchEdit({ batch, lastKeyed, refused }: PaperBatchEditProps) {
  const t = useWords();
  const tell = useMessages();
  const toldOf = (step: string) =>
    refused?.step === step ? refused.problems.map(({ field, message }) => ({ field, message: tell(message) })) : [];
  const told = toldOf("edit");
  const values = refused?.step === "edit" ? refused.values : {};
  return (
    <details open={told.length > 0 || toldOf("delete").length > 0 || undefined}>
      <summary>{t("Sửa lô phiếu")}</summary>
      <Form method="post" className="form-stack" noValidate>
        <ProblemSummary problems={told} />
        <TextField
          name="label"
          label={t("Tên lô phiếu")}
          value={values.label ?? batch.label}
          problems={told}
          autoComplete="off"
        />
        <TextField
          name="issued"
          label={t("Phiếu phát ra")}
          value={values.issued ?? String(batch.issued)}
          problems={told}
          autoComplete="off"
        />
        <TextField
          name="returned"
          label={t("Phiếu thu về")}
          {...(lastKeyed > 0 && { hint: t("Không ít hơn số phiếu lớn nhất đã nhập: {n}.", { n: lastKeyed }) })}
          value={values.returned ?? String(batch.returned)}
          problems={told}
          autoComplete="off"
        />
        <button type="submit" name="paper.intent" value="edit" className="button">
          {t("Lưu thay đổi")}
        </button>
      </Form>
      {lastKeyed === 0 && (
        <Form method="post" className="form-stack">
          <p>{t("Lô này chưa nhập phiếu nào nên xóa được.")}</p>
          {toldOf("delete").map(({ message }) => (
            <p key={message} className="problem" role="alert">
              {message}
            </p>
          ))}
          <label className="check">
            <input type="checkbox" name="paper.confirmed" value="yes" />
            {t("Tôi muốn xóa lô phiếu này")}
          </label>
          <button type="submit" name="paper.intent" value="delete" className="button button-danger">
            {t("Xóa lô phiếu")}
          </button>
        </Form>
      )}
    </details>
  );
}
