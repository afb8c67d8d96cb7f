import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import { DoneNotice } from "~/components/office/done-notice";
import { Facts } from "~/components/office/facts";
import { QuestionnaireOutline } from "~/components/office/questionnaire-outline";
import { VersionChecks } from "~/components/office/version-checks";
import { VersionFamily } from "~/components/office/version-family";
import { VersionFile } from "~/components/office/version-file";
import { VersionWaysOn } from "~/components/office/version-ways-on";
import { numberParam } from "~/http/params";
import { requireViewer, todayOf } from "~/http/session.server";
import { dayOf } from "~/i18n/dates";
import { capitalized, RULE_EXPLANATIONS } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { useMessages, useWords } from "~/i18n/use-words";
import { changeCheck } from "~/questionnaires/change-check.server";
import { scoredItems } from "~/questionnaires/questionnaire";
import { versionDone } from "~/questionnaires/version-done";
import { readVersionPage } from "~/questionnaires/version-page.server";
import { isOwnForm, uncheckedWording } from "~/questionnaires/wording-state";
import { waysOn } from "~/surveys/ways-on.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.questionnaire.title.vi ?? "Mẫu phiếu"} – Hài Lòng` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "see-results");
  const page = await readVersionPage(context.database, viewer, numberParam(params.versionId));
  if (!page) throw new Response("Không có mẫu phiếu này.", { status: 404 });
  const { version, checks, relatives } = page;
  const ofSector = viewer.sector === null || viewer.sector === version.sector;
  const zone = context.settings.timeZone;
  const dayIn = (instant: string) => dayOf(new Date(instant), zone);
  const mayUse = version.collectable && ofSector && isAllowed(viewer.role, "design-surveys");
  const published = new URL(request.url).searchParams.get("done") === "publish";
  return {
    ...page,
    checks: checks.map(({ at, ...check }) => ({ ...check, day: dayIn(at) })),
    relatives: relatives.map(({ publishedAt, ...relative }) => ({ ...relative, day: dayIn(publishedAt) })),
    mayUse,
    waysOn: mayUse && published ? await waysOn(context.database, viewer, version.id) : null,
    mayWrite: ofSector && isAllowed(viewer.role, "design-questionnaires"),
    today: todayOf(context),
    done: versionDone(request.url, page.standing.length > 0),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, account } = await requireViewer(request, context, "design-questionnaires");
  const versionId = numberParam(params.versionId);
  const moment = { now: context.now(), today: todayOf(context), name: account.displayName };
  const outcome = await changeCheck(context.database, viewer, versionId, await request.formData(), moment);
  if (outcome.ok) return redirect(`/questionnaires/${versionId}?done=${outcome.done}`);
  if (outcome.missing) throw new Response("Không có mẫu phiếu này trong lĩnh vực của tài khoản.", { status: 404 });
  return data({ problems: outcome.problems, values: outcome.values }, { status: 422 });
}

export default function QuestionnaireVersion() {
  const page = useLoaderData<typeof loader>();
  const { version, mayUse, mayWrite, questionnaire, done } = page;
  const failure = useActionData<typeof action>();
  const [verification] = page.standing;
  const t = useWords();
  const told = useMessages();
  const facts: [string, string][] = [
    [
      t("Tình trạng"),
      verification
        ? t("Đã đối chiếu với {document}", { document: verification.document })
        : told(uncheckedWording(questionnaire.source)),
    ],
    [t("Phiên bản"), `${version.version}`],
    [t("Số câu hỏi"), formatCount(questionnaire.items.length)],
    [t("Số tiêu chí tính chỉ số"), formatCount(scoredItems(questionnaire).length)],
    [t("Cách tính chỉ số chung"), told(capitalized(RULE_EXPLANATIONS[questionnaire.index.rule]))],
  ];
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/questionnaires">{t("Mẫu phiếu")}</Link>
          </p>
          <h1>{questionnaire.title.vi}</h1>
          <p>
            {version.official && !isOwnForm(questionnaire.source) && (
              <span className="badge">{t("Mẫu chính thức")}</span>
            )}
            {version.variantName && <span className="badge">{version.variantName}</span>}
          </p>
        </div>
        <p className="actions">
          {mayUse && (
            <Link className="button" to={`/surveys/new?version=${version.id}`}>
              {t("Tạo đợt khảo sát từ mẫu này")}
            </Link>
          )}
          <a className="button button-quiet" href={`/questionnaires/${version.id}/preview`}>
            {t("Xem trước")}
          </a>
          {mayWrite && (
            <Link className="button button-quiet" to={`/questionnaires/new?version=${version.id}`}>
              {version.official ? t("Sửa hoặc thêm câu hỏi (bản của địa phương)") : t("Soạn bản mới")}
            </Link>
          )}
        </p>
      </header>
      <DoneNotice message={done && told(done)} />
      {page.waysOn && <VersionWaysOn versionId={version.id} {...page.waysOn} />}
      {!version.collectable && (
        <p className="notice">{t("Mẫu này chỉ giữ cấu trúc để so sánh giữa các năm, không dùng để thu phiếu.")}</p>
      )}
      <p>
        <strong>{t("Nguồn:")}</strong> {questionnaire.source}
      </p>
      <Facts facts={facts} />
      <VersionFamily {...page} />
      <VersionChecks
        standing={page.standing}
        checks={page.checks}
        mayCheck={mayWrite}
        today={page.today}
        failure={failure ?? null}
      />
      <QuestionnaireOutline questionnaire={questionnaire} />
      <VersionFile version={version} />
    </>
  );
}
