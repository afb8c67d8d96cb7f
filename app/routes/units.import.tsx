import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { stringify } from "csv-stringify/sync";
import { UnitFilePreview } from "~/components/office/unit-file-preview";
import { requireViewer } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import { readTable } from "~/surveys/read-table.server";
import { importChanges } from "~/units/import-changes.server";
import { CHANGE_COLUMNS } from "~/units/read-changes-file";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Nhập thay đổi đơn vị từ tệp");

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireViewer(request, context, "manage-units");
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "manage-units");
  const form = await request.formData();
  const file = form.get("file");
  let text = String(form.get("text") ?? "");
  if (file instanceof File && file.size > 0) {
    const table = await readTable({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    if (!table.ok) return data({ text, refusal: table.message, preview: null }, { status: 422 });
    // What was read stands in the box from here on, so that it can be recorded as it was previewed.
    text = stringify(table.rows.map(({ cells }) => cells));
  }
  if (text.trim() === "") {
    const refusal = "Chọn một tệp Excel hoặc CSV, hoặc dán nội dung vào ô.";
    return data({ text, refusal, preview: null }, { status: 422 });
  }
  const confirmed = form.get("intent") === "record";
  const outcome = await importChanges(context.database, viewer, { text, confirmed, now: context.now() });
  if (outcome.kind === "recorded") return redirect("/units/changes?done=file");
  return data(
    { text, refusal: null, preview: outcome.preview },
    { status: outcome.preview.problems.length > 0 ? 422 : 200 },
  );
}

export default function ImportUnitChanges() {
  const answer = useActionData<typeof action>();
  const preview = answer?.preview ?? null;
  const t = useWords();
  const tell = useMessages();
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/units">{t("Đơn vị")}</Link>
            {" › "}
            <Link to="/units/changes">{t("Thay đổi đơn vị đã ghi")}</Link>
          </p>
          <h1>{t("Nhập thay đổi đơn vị từ tệp")}</h1>
        </div>
      </header>
      <Form method="post" encType="multipart/form-data" className="form-stack">
        <details>
          <summary>{t("Cách viết tệp")}</summary>
          <p>{t("Tệp Excel (.xlsx) hoặc CSV UTF-8, mỗi dòng một thay đổi, dòng đầu là tên cột:")}</p>
          <p className="code">{CHANGE_COLUMNS.join(",")}</p>
          <ul>
            <li>{t("effective_on: ngày bắt đầu, viết năm-tháng-ngày, ví dụ 2025-07-01.")}</li>
            <li>
              {t(
                "change: create (thêm), rename (đổi tên), reparent (chuyển cấp trên), reorganise (nhập hoặc tách), close (ngừng), correct (sửa ghi sai).",
              )}
            </li>
            <li>{t("codes: mã của đơn vị trước thay đổi; nhiều mã cách nhau bằng dấu chấm phẩy.")}</li>
            <li>
              {t(
                "reorganise: mỗi đơn vị mới một dòng, các dòng cùng ngày liền nhau; mã cũ có ở nhiều dòng là đơn vị bị tách.",
              )}
            </li>
          </ul>
        </details>
        {answer?.refusal && (
          <p className="problem" role="alert">
            {tell(answer.refusal)}
          </p>
        )}
        <div className="field">
          <label htmlFor="file">{t("Tệp CSV hoặc XLSX")}</label>
          <input id="file" name="file" type="file" accept=".csv,.xlsx,text/csv" />
        </div>
        <div className="field">
          <label htmlFor="text">{t("Hoặc dán các ô chép từ Excel, kể cả dòng tên cột")}</label>
          <textarea id="text" name="text" defaultValue={answer?.text ?? ""} key={answer?.text} spellCheck={false} />
        </div>
        {preview && <UnitFilePreview preview={preview} />}
        <p className="actions">
          {preview && preview.problems.length === 0 && (
            <button type="submit" className="button" name="intent" value="record">
              {t("Ghi nhận {n} thay đổi", { n: preview.lines.length })}
            </button>
          )}
          <button type="submit" className={preview ? "button button-quiet" : "button"} name="intent" value="preview">
            {t("Xem trước")}
          </button>
        </p>
      </Form>
    </>
  );
}
