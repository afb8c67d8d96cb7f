import { Form, Link } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { useMessages, useWords } from "~/i18n/use-words";
import { type BatchProgress, DEFAULT_DOUBLE_PERCENT } from "~/responses/paper-batch";
import { DateField } from "./date-field";
import { NumericHeading } from "./numeric-heading";
import { type FieldProblem, ProblemSummary } from "./problem-summary";
import { SelectField } from "./select-field";
import { TableRegion } from "./table-region";
import { TextField } from "./text-field";

export interface ListedBatch {
  id: number;
  label: string;
  unitName: string;
  pointLabel: string;
  fieldworkOn: string;
  issued: number;
  state: "entering" | "finished";
  progress: BatchProgress;
}

/** Bundles of a survey with how far each has come. */
export function PaperBatchesTable({ surveyId, batches }: { surveyId: number; batches: readonly ListedBatch[] }) {
  const t = useWords();
  if (batches.length === 0) {
    return (
      <p className="empty-state">
        {t("Chưa có lô phiếu giấy nào. In phiếu, phát và thu về, rồi tạo một lô cho mỗi điểm và ngày khảo sát.")}
      </p>
    );
  }
  return (
    <TableRegion label={t("Bảng lô phiếu giấy")}>
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{t("Lô phiếu")}</th>
            <th scope="col">{t("Ngày khảo sát")}</th>
            <NumericHeading>{t("Phát ra")}</NumericHeading>
            <NumericHeading>{t("Thu về")}</NumericHeading>
            <NumericHeading>{t("Đã nhập")}</NumericHeading>
            <NumericHeading>{t("Hợp lệ")}</NumericHeading>
            <th scope="col">{t("Nhập hai lần")}</th>
            <th scope="col">{t("Trạng thái")}</th>
          </tr>
        </thead>
        <tbody>
          {batches.map(({ progress, ...batch }) => (
            <tr key={batch.id}>
              <th scope="row">
                <Link to={`/surveys/${surveyId}/paper/${batch.id}`}>{batch.label}</Link>
                <span className="sub">
                  {batch.unitName} · {batch.pointLabel}
                </span>
              </th>
              <td data-label={t("Ngày khảo sát")}>{formatDay(batch.fieldworkOn)}</td>
              <td className="numeric" data-label={t("Phát ra")}>
                {formatCount(batch.issued)}
              </td>
              <td className="numeric" data-label={t("Thu về")}>
                {formatCount(progress.returned)}
              </td>
              <td className="numeric" data-label={t("Đã nhập")}>
                {formatCount(progress.keyed)}
              </td>
              <td className="numeric" data-label={t("Hợp lệ")}>
                {formatCount(progress.valid)}
              </td>
              <td data-label={t("Nhập hai lần")}>
                {formatCount(progress.keyedTwice)}/{formatCount(progress.drawn)}
                {progress.unresolved > 0 && (
                  <span className="sub">{t("{n} phiếu lệch", { n: formatCount(progress.unresolved) })}</span>
                )}
              </td>
              <td data-label={t("Trạng thái")}>
                <span className={`badge ${batch.state === "finished" ? "badge-good" : "badge-caution"}`}>
                  {batch.state === "finished" ? t("đã hoàn thành") : t("đang nhập")}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** A new bundle: the forms of one point and one day. */
export function NewBatchForm({
  points,
  values,
  problems,
}: {
  points: readonly { id: number; label: string; unitName: string }[];
  values: Readonly<Record<string, string>>;
  problems: readonly FieldProblem[];
}) {
  const t = useWords();
  const tell = useMessages();
  const told = problems.map(({ field, message }) => ({ field, message: tell(message) }));
  if (points.length === 0) {
    return <p className="empty-state">{t("Tài khoản này không có điểm khảo sát nào trong đợt.")}</p>;
  }
  const [only] = points;
  return (
    <Form method="post" className="form-stack" noValidate>
      <ProblemSummary problems={told} />
      <SelectField
        name="pointId"
        label={t("Điểm khảo sát")}
        value={values.pointId ?? (points.length === 1 ? String(only?.id) : undefined)}
        options={points.map(({ id, label, unitName }) => ({ value: String(id), label: `${unitName} · ${label}` }))}
        placeholder={t("Chọn điểm khảo sát")}
        problems={told}
      />
      <TextField
        name="label"
        label={t("Tên lô phiếu")}
        hint={t("Để nhận ra bó phiếu, ví dụ: Khoa Khám bệnh, sáng thứ hai.")}
        value={values.label}
        problems={told}
        autoComplete="off"
      />
      <DateField name="fieldworkOn" label={t("Ngày khảo sát")} value={values.fieldworkOn ?? ""} problems={told} />
      <TextField name="issued" label={t("Phiếu phát ra")} value={values.issued} problems={told} autoComplete="off" />
      <TextField
        name="returned"
        label={t("Phiếu thu về")}
        hint={t("Đánh số các phiếu thu về từ 1 vào ô “Số phiếu”, kể cả phiếu không hợp lệ.")}
        value={values.returned}
        problems={told}
        autoComplete="off"
      />
      <TextField
        name="doublePercent"
        label={t("Tỷ lệ nhập lần hai (%)")}
        hint={t("Máy chọn ngẫu nhiên số phiếu này để người khác nhập lại, đo sai sót khi nhập.")}
        value={values.doublePercent ?? String(DEFAULT_DOUBLE_PERCENT)}
        problems={told}
        autoComplete="off"
      />
      <button type="submit" className="button">
        {t("Tạo lô phiếu")}
      </button>
    </Form>
  );
}
