import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { Editor } from "~/components/editor/editor";
import { ReadOnlyDraft } from "~/components/editor/read-only-draft";
import { numberParam } from "~/http/params";
import { requireViewer } from "~/http/session.server";
import { useWords } from "~/i18n/use-words";
import { openDraft } from "~/questionnaires/save-edited.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.document.title.vi || "Bản nháp mẫu phiếu"} – Hài Lòng` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-questionnaires");
  const opened = await openDraft(context.database, viewer, numberParam(params.draftId));
  if (!opened) throw new Response("Không có bản nháp này trong phạm vi của tài khoản.", { status: 404 });
  return { accountId: viewer.accountId, ...opened };
}

/** The editor saves by itself and knows what it saved. */
export const shouldRevalidate = () => false;

export default function DraftPage() {
  const { draftId, variantName, base, ...opened } = useLoaderData<typeof loader>();
  const t = useWords();
  const navigate = useNavigate();
  const [running, setRunning] = useState(false);
  useEffect(() => setRunning(true), []);
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/questionnaires">{t("Mẫu phiếu")}</Link>
          </p>
          <h1>{opened.document.title.vi || t("Mẫu phiếu chưa có tên")}</h1>
          <p className="muted">
            {t("Bản nháp")}
            {variantName && ` · ${variantName}`}
            {base && ` · ${t("soạn từ: {title}", { title: base })}`}
          </p>
        </div>
      </header>
      {running ? (
        <Editor
          key={draftId}
          draftId={draftId}
          {...opened}
          onOpen={(other) => navigate(`/questionnaires/drafts/${other}`)}
        />
      ) : (
        <ReadOnlyDraft document={opened.document} />
      )}
    </>
  );
}
