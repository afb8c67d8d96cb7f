import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { enrolmentSheet } from "~/collection-points/enrolment-sheet.server";
import { kioskInputSchema } from "~/collection-points/kiosk";
import { createKiosk, findKioskPoints } from "~/collection-points/manage-kiosks.server";
import { EnrolmentCode } from "~/components/office/enrolment-code";
import { NewKioskForm } from "~/components/office/new-kiosk-form";
import type { FieldProblem } from "~/components/office/problem-summary";
import { requireViewer, todayOf } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Thêm máy tính bảng");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "run-kiosks");
  const search = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 100);
  return { search, ...(await findKioskPoints(context.database, viewer, { search, today: todayOf(context) })) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "run-kiosks");
  const form = Object.fromEntries(await request.formData()) as Record<string, string>;
  const parsed = kioskInputSchema.safeParse(form);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
    return data({ sheet: null, problems, values: form }, { status: 422 });
  }
  const moment = { now: context.now(), today: todayOf(context) };
  const created = await createKiosk(context.database, viewer, parsed.data, moment);
  if (created) {
    return data({ sheet: enrolmentSheet(created, context.settings), problems: [] as FieldProblem[], values: {} });
  }
  const problem = { field: "pointId", message: "Điểm khảo sát không tồn tại hoặc ngoài phạm vi của tài khoản" };
  return data({ sheet: null, problems: [problem], values: form }, { status: 422 });
}

export default function NewKiosk() {
  const t = useWords();
  const shown = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/kiosks">{t("Máy tính bảng")}</Link>
          </p>
          <h1>{t("Thêm máy tính bảng")}</h1>
        </div>
      </header>
      {outcome?.sheet ? (
        <>
          <EnrolmentCode sheet={outcome.sheet} />
          <p className="actions">
            <Link to="/kiosks" className="button">
              {t("Xong, về danh sách máy")}
            </Link>
            <Link to="/kiosks/guide">{t("Hướng dẫn đặt máy")}</Link>
          </p>
        </>
      ) : (
        <NewKioskForm {...shown} problems={outcome?.problems ?? []} values={outcome?.values ?? {}} />
      )}
    </>
  );
}
