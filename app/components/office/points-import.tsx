import { Form, useNavigation } from "@remix-run/react";
import type { PointsPlan } from "~/collection-points/plan-points-file";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import { BadCellsTable } from "./bad-cells-table";
import { TableRegion } from "./table-region";

/** Lines shown of each list; the counts tell of all. */
const SHOWN = 100;

type Preview = PointsPlan & { text: string };

/** Choice of a file, and what it would change before anything is. */
export function PointsImport({
  surveyId,
  preview,
  message,
}: {
  surveyId: number;
  preview: Preview | null;
  message: string | null;
}) {
  const t = useWords();
  const told = useMessages();
  const busy = useNavigation().state !== "idle";
  return (
    <>
      {message && (
        <p className="notice notice-error" role="alert">
          {told(message)}
        </p>
      )}
      {preview && <PreviewOf preview={preview} />}
      <Form method="post" encType="multipart/form-data" className="card form-stack">
        <p>
          {t(
            "Tải danh sách hiện tại, sửa trong Excel rồi lưu dạng CSV UTF-8. Điểm được tìm theo cột point_code; để trống cột này để thêm điểm mới cho đơn vị ở cột unit_id.",
          )}{" "}
          <a href={`/surveys/${surveyId}/points/file`}>{t("Tải danh sách (CSV)")}</a>
        </p>
        <div className="field">
          <label htmlFor="file">{t("Tệp CSV")}</label>
          <input id="file" type="file" name="file" accept=".csv,text/csv" required />
        </div>
        <p>
          <button type="submit" className={preview ? "button button-quiet" : "button"} disabled={busy}>
            {preview ? t("Xem tệp khác") : t("Xem trước")}
          </button>
        </p>
      </Form>
    </>
  );
}

function PreviewOf({ preview }: { preview: Preview }) {
  const t = useWords();
  const language = useLanguage();
  const busy = useNavigation().state !== "idle";
  const { rows, problems, text } = preview;
  const count = (change: string) => rows.filter((row) => row.change === change).length;
  const said = (n: number) => formatCount(n, language);
  const changing = rows.filter(({ change }) => change !== "unchanged");
  return (
    <section aria-labelledby="preview-heading">
      <h2 id="preview-heading">{t("Tệp này sẽ làm gì")}</h2>
      <p role="status">
        {t("{added} điểm mới, {changed} điểm đổi, {same} điểm giữ nguyên, {bad} dòng lỗi.", {
          added: said(count("new")),
          changed: said(count("changed")),
          same: said(count("unchanged")),
          bad: said(problems.length),
        })}
      </p>
      {problems.length > 0 && <BadCellsTable label={t("Dòng lỗi")} cells={problems.slice(0, SHOWN)} />}
      {changing.length > 0 && <Changes rows={changing} />}
      {changing.length > 0 && (
        <Form method="post" encType="multipart/form-data" className="form-stack">
          <textarea name="text" defaultValue={text} hidden readOnly />
          <input type="hidden" name="step" value="take" />
          {problems.length > 0 && (
            <label className="check">
              <input type="checkbox" name="bad" value="skip" />
              {t("Bỏ qua {n} dòng lỗi, chỉ nhập các dòng đúng", { n: said(problems.length) })}
            </label>
          )}
          <p>
            <button type="submit" className="button" disabled={busy}>
              {t("Nhập {n} điểm", { n: said(changing.length) })}
            </button>
          </p>
        </Form>
      )}
    </section>
  );
}

function Changes({ rows }: Pick<Preview, "rows">) {
  const t = useWords();
  const told = (inSurvey: boolean) => (inSurvey ? t("có") : t("không"));
  const change = (before: string | undefined, after: string) =>
    before === undefined || before === after ? after : `${before} → ${after}`;
  return (
    <TableRegion label={t("Điểm mới và điểm đổi")}>
      <table className="stacked">
        <caption>{t("Điểm mới và điểm đổi")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("Dòng")}</th>
            <th scope="col">{t("Đơn vị")}</th>
            <th scope="col">{t("Điểm")}</th>
            <th scope="col">{t("Giờ mở cửa")}</th>
            <th scope="col">{t("Trong đợt")}</th>
            <th scope="col">{t("Việc")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row) => (
            <tr key={row.line}>
              <th scope="row">{row.line}</th>
              <td data-label={t("Đơn vị")}>{row.unitName}</td>
              <td data-label={t("Điểm")}>{change(row.before?.label, row.label)}</td>
              <td data-label={t("Giờ mở cửa")}>
                {change(row.before && (row.before.openHours ?? "–"), row.openHours ?? "–")}
              </td>
              <td data-label={t("Trong đợt")}>{change(row.before && told(row.before.inSurvey), told(row.inSurvey))}</td>
              <td data-label={t("Việc")}>{row.change === "new" ? t("thêm mới") : t("đổi")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
