import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import { DraftList } from "~/components/office/draft-list";
import { FormList } from "~/components/office/form-list";
import { TextField } from "~/components/office/text-field";
import { requireViewer } from "~/http/session.server";
import { dayOf } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { formsBySector } from "~/questionnaires/form-list";
import { listDrafts } from "~db/repositories/questionnaire-drafts";
import { listVersions } from "~db/repositories/questionnaire-versions";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Mẫu phiếu khảo sát");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "see-results");
  const mayWrite = isAllowed(viewer.role, "design-questionnaires");
  const sought = new URL(request.url).searchParams.get("q") ?? "";
  const drafts = mayWrite ? await listDrafts(context.database, viewer) : [];
  const dayIn = (instant: string) => dayOf(new Date(instant), context.settings.timeZone);
  return {
    sought,
    mayWrite,
    drafts: drafts.map(({ changedAt, ...draft }) => ({ ...draft, day: dayIn(changedAt) })),
    sectors: formsBySector(await listVersions(context.database), sought),
  };
}

export default function Questionnaires() {
  const { sought, mayWrite, drafts, sectors } = useLoaderData<typeof loader>();
  const t = useWords();
  return (
    <>
      <header className="page-header">
        <h1>{t("Mẫu phiếu khảo sát")}</h1>
        {mayWrite && (
          <Link className="button" to="/questionnaires/new">
            {t("Soạn mẫu phiếu")}
          </Link>
        )}
      </header>
      {mayWrite && <DraftList drafts={drafts} />}
      <p className="notice">
        {t(
          "Câu chữ của các mẫu phiếu chính thức lấy từ nguồn ghi cạnh từng mẫu và chưa được so với bản có chữ ký. Cơ quan chủ trì cần đối chiếu bản gốc trước khi dùng.",
        )}
      </p>
      <Form method="get" role="search" className="form-stack">
        <TextField
          type="search"
          name="q"
          label={t("Tìm mẫu phiếu")}
          hint={t("Theo tên, mã, nguồn; không cần gõ dấu.")}
          value={sought}
        />
        <p className="actions">
          <button type="submit" className="button button-quiet">
            {t("Tìm")}
          </button>
          {sought && <Link to="/questionnaires">{t("Xem tất cả")}</Link>}
        </p>
      </Form>
      {sectors.length === 0 && (
        <p className="empty-state">{t("Không có mẫu phiếu nào khớp với “{words}”.", { words: sought })}</p>
      )}
      {sectors.map(({ sector, forms }) => (
        <FormList key={sector} sector={sector} forms={forms} />
      ))}
    </>
  );
}
