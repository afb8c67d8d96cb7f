import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import { FilesTable } from "~/components/office/files-table";
import { SurveyHeader } from "~/components/office/survey-header";
import { SurveyReportButton } from "~/components/office/survey-report-button";
import { requireSurvey } from "~/http/require-survey.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { sourceName } from "~/reports/figures-source";
import { loadFigures } from "~/reports/load-figures.server";
import { recordFilesFor } from "~/reports/records/record-files";
import { linesOf, SURVEY_FILES } from "~/reports/survey-files";

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Tải số liệu");

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "take-files");
  const { database, settings, now } = asked.context;
  const source = await loadFigures(database, viewer, { surveyId: survey.id, now: now(), today, settings });
  return {
    ...{ survey, today, tabs },
    files: SURVEY_FILES.map((one) => ({ ...one, lines: source && linesOf(source.results, one.file) })),
    snapshot: source && sourceName(source),
    mayMakeReports: survey.owned && isAllowed(viewer.role, "design-surveys"),
    mayTakeRecords: survey.owned && isAllowed(viewer.role, "take-records"),
  };
}

/** Every file of a survey: what it holds, for whom, how large. */
export default function Files() {
  const t = useWords();
  const { survey, today, tabs, files, snapshot, mayMakeReports, mayTakeRecords } = useLoaderData<typeof loader>();
  const at = `/surveys/${survey.id}/files`;
  const records = recordFilesFor(survey.sector).includes("moh.xlsx")
    ? t("Từng phiếu đã ẩn danh (CSV, SAV, mẫu nhập của Bộ Y tế)")
    : t("Từng phiếu đã ẩn danh (CSV, SAV)");
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Tải số liệu")} />
      <section aria-labelledby="aggregates-heading">
        <h2 id="aggregates-heading">{t("Số liệu tổng hợp")}</h2>
        <p>
          {snapshot === null
            ? t("Số liệu đang công bố của hôm nay, phần nhỏ đã che. Chốt kết quả thì mọi tệp lấy từ bản chốt.")
            : t("Lấy từ {snapshot}: hôm nào tải cũng giống nhau.", { snapshot })}
        </p>
        <FilesTable surveyId={survey.id} files={files} />
      </section>
      <section aria-labelledby="reports-heading">
        <h2 id="reports-heading">{t("Báo cáo")}</h2>
        {mayMakeReports ? (
          <>
            <p>
              {t(
                "Báo cáo dựng từ một bản số liệu được giữ lại và nêu mã của bản ấy; đợt chưa chốt thì báo cáo ghi “số liệu tạm tính”. Ghi nhận xét, kiến nghị rồi tải bản Word hoặc PDF.",
              )}
            </p>
            <div className="actions">
              <SurveyReportButton surveyId={survey.id} />
              <Link to={`/surveys/${survey.id}/unit-reports`} className="button button-quiet">
                {t("Lập báo cáo từng đơn vị (ZIP)")}
              </Link>
            </div>
          </>
        ) : (
          <p>
            {t("Cán bộ thiết kế của cơ quan thực hiện đợt lập báo cáo; báo cáo đã lập mà bạn xem được có ở trang")}{" "}
            <Link to="/reports">{t("Báo cáo")}</Link>.
          </p>
        )}
      </section>
      <section aria-labelledby="records-heading">
        <h2 id="records-heading">{records}</h2>
        {mayTakeRecords ? (
          <>
            <p>
              {t(
                "Dành cho cơ quan thực hiện đợt, sau khi kết quả đã chốt. Trang sau cho xem kết quả kiểm tra lộ danh tính trước khi tải; mỗi lần tải được ghi vào nhật ký.",
              )}
            </p>
            <p>
              <Link to={`${at}/records`} className="button button-quiet">
                {t("Kiểm tra và tải phiếu ẩn danh")}
              </Link>
            </p>
          </>
        ) : (
          <p>
            {t(
              "Chỉ quản trị viên và cán bộ thiết kế của cơ quan thực hiện đợt tải được từng phiếu. Cần phiếu để phân tích thì đề nghị cơ quan ấy.",
            )}
          </p>
        )}
      </section>
      {mayTakeRecords && (
        <section aria-labelledby="comments-heading">
          <h2 id="comments-heading">{t("Ý kiến viết")}</h2>
          <p>
            {t(
              "Các ý kiến đã hiện ở trang Ý kiến viết, xếp theo đơn vị và câu hỏi, thứ tự ngẫu nhiên, đã che số điện thoại, thư điện tử, số giấy tờ. Tên người không che được: đọc trước khi chuyển cho ai.",
            )}
          </p>
          <p className="actions">
            <a href={`${at}/comments/comments.xlsx`} className="button button-quiet">
              {t("Ý kiến (XLSX)")}
            </a>
            <a href={`${at}/comments/comments.csv`} className="button button-quiet">
              {t("Ý kiến (CSV)")}
            </a>
          </p>
        </section>
      )}
    </>
  );
}
