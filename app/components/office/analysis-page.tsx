import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useNames } from "~/i18n/use-names";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { type AnalysisFilter, analysisAddress, type FilterName } from "~/indices/analysis-filter";
import type { UnitResultsView } from "~/indices/survey-results";
import type { Lifecycle } from "~/surveys/survey";
import type { surveyTabs } from "~/surveys/survey-pages";
import { AnalysisFilterForm, FILTER_LABELS, type FilterOptions } from "./analysis-filter-form";
import { SampleNote } from "./sample-note";
import { SurveyHeader } from "./survey-header";

/** What the pages of the analysts' room have in common. */
export interface AnalysisPageData {
  survey: Lifecycle & { id: number; title: string; simulated: boolean };
  today: string;
  tabs: ReturnType<typeof surveyTabs>;
  choices: FilterOptions;
  filter: AnalysisFilter;
  ignored: readonly FilterName[];
  about: UnitResultsView;
}

const VIEWS: readonly { path: string; label: Phrase }[] = [
  { path: "", label: "Đơn vị và yếu tố" },
  { path: "/items", label: "Phân bố câu trả lời" },
  { path: "/compare", label: "So sánh đơn vị" },
  { path: "/ranking", label: "Xếp hạng đơn vị" },
  { path: "/drivers", label: "Yếu tố quan trọng" },
  { path: "/profile", label: "Nhóm người trả lời" },
];

/**
 * Frame of every page of the analysts' room: the survey, the views, the filter in the address, what the figures rest on.
 * @param props.uses what of the filter this view heeds.
 * @param props.more fields of the address that belong to this view, kept when the filter changes.
 */
export function AnalysisPage({
  page,
  title,
  uses,
  more = {},
  children,
}: {
  page: AnalysisPageData;
  title: string;
  uses: readonly FilterName[];
  more?: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  const t = useWords();
  const names = useNames();
  const { survey, today, tabs, filter, choices, ignored, about } = page;
  const unused = (Object.keys(FILTER_LABELS) as FilterName[]).filter((name) => filter[name] && !uses.includes(name));
  const listed = (some: readonly FilterName[]) => some.map((name) => t(FILTER_LABELS[name])).join(", ");
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={title} />
      <nav className="analysis-views" aria-label={t("Các cách xem")}>
        <ul>
          {VIEWS.map(({ path, label }) => (
            <li key={path}>
              <Link
                to={`/surveys/${survey.id}/analysis${path}${analysisAddress(filter).replace(/^\?$/, "")}`}
                aria-current={title === t(label) ? "page" : undefined}
              >
                {t(label)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <AnalysisFilterForm filter={filter} choices={choices} uses={uses} more={more} />
      {ignored.length > 0 && (
        <p className="notice" role="status">
          {t(
            "Không lọc được theo: {names}. Đợt khảo sát này không có giá trị ấy, hoặc kênh thu và người trả lời được chọn cùng lúc.",
            {
              names: listed(ignored),
            },
          )}
        </p>
      )}
      {unused.length > 0 && (
        <p className="table-note">{t("Không lọc ở trang này: {names}.", { names: listed(unused) })}</p>
      )}
      {children}
      <SampleNote results={about} />
      <p className="table-note">{names.intervalExplanation(about.survey.basis)}</p>
    </>
  );
}
