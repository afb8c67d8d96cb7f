import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AlertsTable } from "~/components/office/alerts-table";
import { requireViewer, todayOf } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { listAlerts, markAlertsSeen } from "~db/repositories/alerts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Cảnh báo");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "monitor-fieldwork");
  return { alerts: await listAlerts(context.database, viewer, todayOf(context)) };
}

/** Marks one alert, or all of them, as seen. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "monitor-fieldwork");
  const given = String((await request.formData()).get("alert") ?? "");
  if (given !== "all" && !/^[1-9]\d{0,14}$/.test(given)) return data({ refused: true }, { status: 422 });
  const alertId = given === "all" ? null : Number(given);
  const marked = await markAlertsSeen(context.database, viewer, { alertId, at: context.now() });
  if (!marked)
    throw new Response("Không có cảnh báo này trong phạm vi của tài khoản, hoặc đã xem rồi.", { status: 404 });
  return redirect("/alerts");
}

export default function Alerts() {
  const { alerts } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useWords();
  return (
    <>
      <header className="page-header">
        <h1>{t("Cảnh báo")}</h1>
      </header>
      <p>
        {t(
          "Hệ thống báo khi phiếu về chậm hẳn, khi một đơn vị ba ngày làm việc không có phiếu, và khi ý kiến vừa công bố nhắc đến tiền hoặc nhũng nhiễu. Mỗi đơn vị mỗi tuần nhiều nhất một lần cho một loại, không kèm lời của người trả lời.",
        )}
      </p>
      {failed && (
        <p className="notice notice-error" role="alert">
          {t("Không rõ cảnh báo nào.")}
        </p>
      )}
      <AlertsTable alerts={alerts} />
    </>
  );
}
