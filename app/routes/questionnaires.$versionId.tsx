import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import { Facts } from "~/components/office/facts";
import { QuestionnaireOutline } from "~/components/office/questionnaire-outline";
import { numberParam } from "~/http/params";
import { requireViewer } from "~/http/session.server";
import { capitalized, RULE_EXPLANATIONS } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { useWords } from "~/i18n/use-words";
import { scoredItems } from "~/questionnaires/questionnaire";
import { readVersion } from "~/questionnaires/read-version.server";
import { uncheckedWording } from "~/questionnaires/wording-state";
import { findVerification, findVersion } from "~db/repositories/questionnaire-versions";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.questionnaire.title.vi ?? "Mẫu phiếu"} – Hài Lòng` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "see-results");
  const id = numberParam(params.versionId);
  const version = await findVersion(context.database, id);
  if (!version) throw new Response("Không có mẫu phiếu này.", { status: 404 });
  const { document: _document, ...rest } = version;
  const verification = await findVerification(context.database, id);
  const ofSector = viewer.sector === null || viewer.sector === version.sector;
  const mayUse = version.collectable && ofSector && isAllowed(viewer.role, "design-surveys");
  return { version: rest, verification, mayUse, questionnaire: await readVersion(context.database, id) };
}

export default function QuestionnaireVersion() {
  const { version, verification, mayUse, questionnaire } = useLoaderData<typeof loader>();
  const facts: [string, string][] = [
    ["Tình trạng", verification ? `Đã đối chiếu với ${verification.document}` : uncheckedWording(questionnaire.source)],
    ["Phiên bản", `${version.version}`],
    ["Số câu hỏi", formatCount(questionnaire.items.length)],
    ["Số tiêu chí tính chỉ số", formatCount(scoredItems(questionnaire).length)],
    ["Cách tính chỉ số chung", capitalized(RULE_EXPLANATIONS[questionnaire.index.rule])],
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
        {mayUse && (
          <Link className="button" to={`/surveys/new?version=${version.id}`}>
            Tạo đợt khảo sát từ mẫu này
          </Link>
        )}
      </header>
      {!version.collectable && (
        <p className="notice">Mẫu này chỉ giữ cấu trúc để so sánh giữa các năm, không dùng để thu phiếu.</p>
      )}
      <p>
        <strong>Nguồn:</strong> {questionnaire.source}
      </p>
      <Facts facts={facts} />
      <QuestionnaireOutline questionnaire={questionnaire} />
      <VersionFile version={version} />
    </>
  );
}

/** For whoever carries the form to another system or proves that two of them are the same one. */
function VersionFile({ version }: { version: { id: number; checksum: string } }) {
  const t = useWords();
  return (
    <section aria-labelledby="file-heading">
      <h2 id="file-heading">Tệp mẫu phiếu</h2>
      <details>
        <summary>Dành cho người quản trị kỹ thuật: kiểm tra tệp còn nguyên vẹn</summary>
        <p>
          <span className="code break">{version.checksum}</span>
          <span className="sub">Hai mẫu phiếu có cùng mã này thì giống hệt nhau (SHA-256 của nội dung mẫu phiếu).</span>
        </p>
      </details>
      <p>
        <a href={`/questionnaires/${version.id}/file`}>Tải tệp mẫu phiếu (JSON)</a>
        <span className="sub">Dùng cho phần mềm phân tích hoặc để chuyển mẫu sang hệ thống khác.</span>
      </p>
      <p>
        <a href={`/questionnaires/${version.id}/paper.pdf`}>{t("In phiếu giấy (PDF)")}</a>
      </p>
    </section>
  );
}
