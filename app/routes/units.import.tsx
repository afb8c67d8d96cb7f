import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { UnitFilePreview } from "~/components/office/unit-file-preview";
import { requireViewer } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
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
  const text = file instanceof File && file.size > 0 ? await file.text() : String(form.get("text") ?? "");
  if (text.trim() === "") return data({ text, preview: null }, { status: 422 });
  const confirmed = form.get("intent") === "record";
  const outcome = await importChanges(context.database, viewer, { text, confirmed, now: context.now() });
  if (outcome.kind === "recorded") return redirect("/units/changes?done=file");
  return data({ text, preview: outcome.preview }, { status: outcome.preview.problems.length > 0 ? 422 : 200 });
}

export default function ImportUnitChanges() {
  const answer = useActionData<typeof action>();
  const preview = answer?.preview ?? null;
  const t = useWords();
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
          <p>{t("Tệp CSV (Excel: Lưu thành CSV UTF-8), mỗi dòng một thay đổi, dòng đầu là tên cột:")}</p>
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
        {answer && answer.text.trim() === "" && (
          <p className="problem" role="alert">
            {t("Chọn một tệp CSV hoặc dán nội dung vào ô.")}
          </p>
        )}
        <div className="field">
          <label htmlFor="file">{t("Tệp CSV")}</label>
          <input id="file" name="file" type="file" accept=".csv,text/csv" />
        </div>
        <div className="field">
          <label htmlFor="text">{t("Hoặc dán nội dung")}</label>
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
