import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Facts } from "~/components/office/facts";
import { QuestionnaireOutline } from "~/components/office/questionnaire-outline";
import { numberParam } from "~/http/params";
import { requireViewer } from "~/http/session.server";
import { RULE_NAMES } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { scoredItems } from "~/questionnaires/questionnaire";
import { readVersion } from "~/questionnaires/read-version.server";
import { findVerification, findVersion } from "~db/repositories/questionnaire-versions";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.questionnaire.title.vi ?? "Mẫu phiếu"} – Hài Lòng` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireViewer(request, context);
  const id = numberParam(params.versionId);
  const version = await findVersion(context.database, id);
  if (!version) throw new Response("Không có mẫu phiếu này.", { status: 404 });
  const { document: _document, ...rest } = version;
  const verification = await findVerification(context.database, id);
  return { version: rest, verification, questionnaire: await readVersion(context.database, id) };
}

export default function QuestionnaireVersion() {
  const { version, verification, questionnaire } = useLoaderData<typeof loader>();
  const facts: [string, string][] = [
    ["Tình trạng", verification ? `Đã đối chiếu với ${verification.document}` : "Chưa đối chiếu bản gốc"],
    ["Phiên bản", `${version.version}`],
    ["Số câu hỏi", formatCount(questionnaire.items.length)],
    ["Số tiêu chí tính chỉ số", formatCount(scoredItems(questionnaire).length)],
    ["Quy tắc tính chỉ số", RULE_NAMES[questionnaire.index.rule]],
  ];
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/questionnaires">Mẫu phiếu</Link>
          </p>
          <h1>{questionnaire.title.vi}</h1>
        </div>
        <a className="button button-quiet" href={`/questionnaires/${version.id}/file`}>
          Tải tệp JSON
        </a>
      </header>
      {!version.collectable && (
        <p className="notice">Mẫu này chỉ giữ cấu trúc để so sánh giữa các năm, không dùng để thu phiếu.</p>
      )}
      <p>
        <strong>Nguồn:</strong> {questionnaire.source}
      </p>
      <Facts facts={facts} />
      <p className="table-note">
        Mã kiểm tra (SHA-256): <span className="code break">{version.checksum}</span>
      </p>
      <QuestionnaireOutline questionnaire={questionnaire} />
    </>
  );
}
