import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { DoneNotice } from "~/components/office/done-notice";
import { requireViewer } from "~/http/session.server";
import { formatDay, formatMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import { listChanges, takeBackChange } from "~db/repositories/unit-changes";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Thay đổi đơn vị đã ghi");

const DONE = {
  "1": "Đã ghi nhận thay đổi.",
  file: "Đã ghi nhận các thay đổi trong tệp.",
  back: "Đã bỏ thay đổi gần nhất.",
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireViewer(request, context, "manage-units");
  const done = new URL(request.url).searchParams.get("done") ?? "";
  const changes = (await listChanges(context.database)).map(({ recorded, recordedAt, ...change }) => ({
    ...change,
    effects: recorded.effects,
    recorded: formatMoment(new Date(recordedAt), context.settings.timeZone),
  }));
  return { changes, done: Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null };
}

const REFUSALS = {
  "not-latest": "Chỉ bỏ được thay đổi ghi gần nhất.",
  "in-use":
    "Đơn vị mới đã có phiếu, điểm khảo sát, đợt khảo sát hoặc tài khoản: không bỏ được nữa. Hãy ghi một thay đổi mới.",
  "out-of-scope": "Có đơn vị ngoài phạm vi của tài khoản.",
} as const;

export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "manage-units");
  const form = await request.formData();
  if (form.get("confirmed") !== "yes") {
    return data({ message: "Đánh dấu vào ô xác nhận rồi bấm nút." }, { status: 422 });
  }
  const taken = await takeBackChange(context.database, viewer, Number(form.get("change")), context.now());
  if (taken !== "done") return data({ message: REFUSALS[taken] }, { status: 409 });
  return redirect("/units/changes?done=back");
}

export default function UnitChanges() {
  const { changes, done } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const t = useWords();
  const tell = useMessages();
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/units">{t("Đơn vị")}</Link>
          </p>
          <h1>{t("Thay đổi đơn vị đã ghi")}</h1>
        </div>
        <Link className="button" to="/units/import">
          {t("Nhập thay đổi từ tệp")}
        </Link>
      </header>
      <DoneNotice message={refusal || done === null ? null : tell(done)} />
      {refusal && (
        <p className="notice notice-error" role="alert">
          {tell(refusal.message)}
        </p>
      )}
      {changes.length === 0 && (
        <p className="empty-state">
          {t("Chưa ghi thay đổi nào. Mở một đơn vị ở trang Đơn vị rồi chọn đổi tên, nhập, tách hoặc chuyển cấp trên.")}
        </p>
      )}
      <ul className="card-list">
        {changes.map((change, index) => (
          <li key={change.id} className="card">
            <h2>{t("Từ ngày {day}", { day: formatDay(change.effectiveOn) })}</h2>
            <ul>
              {change.effects.map((effect) => (
                <li key={effect}>{tell(effect)}</li>
              ))}
            </ul>
            <p className="muted">
              {[change.basis, t("Ghi lúc {at}", { at: change.recorded }), change.by].filter(Boolean).join(" · ")}
            </p>
            {index === 0 && (
              <details className="step-panel">
                <summary>{t("Bỏ thay đổi này")}</summary>
                <Form method="post">
                  <input type="hidden" name="change" value={change.id} />
                  <label className="check">
                    <input type="checkbox" name="confirmed" value="yes" />
                    {t("Tôi hiểu: cây đơn vị trở lại như trước thay đổi này.")}
                  </label>
                  <button type="submit" className="button button-danger">
                    {t("Bỏ thay đổi")}
                  </button>
                </Form>
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
