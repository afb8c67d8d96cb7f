import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { z } from "zod";
import { enrolmentSheet } from "~/collection-points/enrolment-sheet.server";
import { listKiosksOf } from "~/collection-points/list-kiosks.server";
import { renewKioskCode } from "~/collection-points/manage-kiosks.server";
import { EnrolmentCode } from "~/components/office/enrolment-code";
import { KiosksTable } from "~/components/office/kiosks-table";
import { requireViewer, todayOf } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import { revokeKiosk } from "~db/repositories/kiosks";

/** The list asks for itself anew this often, as tablets speak up once a minute. */
const REFRESH_MS = 30_000;

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Máy tính bảng");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "run-kiosks");
  const { timeZone } = context.settings;
  const moment = { now: context.now(), today: todayOf(context), timeZone };
  return { kiosks: await listKiosksOf(context.database, viewer, moment) };
}

const changeSchema = z.object({
  change: z.enum(["renew", "revoke"]),
  id: z.coerce.number().int(),
  confirmed: z.string().optional(),
});

export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "run-kiosks");
  const { database, settings } = context;
  const asked = changeSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!asked.success) return data(told("Không rõ việc cần làm."), { status: 422 });
  const { change, id, confirmed } = asked.data;
  const moment = { now: context.now(), today: todayOf(context) };
  if (change === "renew") {
    const renewed = await renewKioskCode(database, viewer, id, moment);
    if (!renewed) return data(absent, { status: 404 });
    return data({ problem: null, done: null, sheet: enrolmentSheet(renewed, settings) });
  }
  if (!confirmed) return data(told("Đánh dấu vào ô đồng ý trước khi thu hồi."), { status: 422 });
  const revoked = await revokeKiosk(database, viewer, id, moment.now.toISOString());
  if (!revoked) return data(absent, { status: 404 });
  return data({ problem: null, done: "Đã thu hồi máy.", sheet: null });
}

function told(problem: string) {
  return { problem, done: null, sheet: null };
}

const absent = told("Không có máy này trong phạm vi của tài khoản, hoặc máy đã được thu hồi.");

export default function Kiosks() {
  const t = useWords();
  const tell = useMessages();
  const { kiosks } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  useRefresh();
  return (
    <>
      <header className="page-header">
        <h1>{t("Máy tính bảng")}</h1>
        <nav className="actions" aria-label={t("Việc với máy tính bảng")}>
          <Link to="/kiosks/guide">{t("Hướng dẫn đặt máy")}</Link>
          <Link to="/kiosks/new" className="button">
            {t("Thêm máy")}
          </Link>
        </nav>
      </header>
      {outcome?.problem && (
        <p className="notice notice-error" role="alert">
          {tell(outcome.problem)}
        </p>
      )}
      {outcome?.done && (
        <p className="notice notice-good" role="status">
          {tell(outcome.done)}
        </p>
      )}
      {outcome?.sheet && <EnrolmentCode sheet={outcome.sheet} />}
      {kiosks.length === 0 ? (
        <p className="empty-state">
          {t(
            "Chưa có máy nào. Một máy tính bảng đặt tại quầy cho phép người dân trả lời ngay tại chỗ, không cần điện thoại: bấm “Thêm máy”.",
          )}
        </p>
      ) : (
        <KiosksTable kiosks={kiosks} />
      )}
    </>
  );
}

/** Keeps the list fresh while somebody looks at it. */
function useRefresh() {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") revalidate();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [revalidate]);
}
