import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useNames } from "~/i18n/use-names";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import {
  type AnalysisFilter,
  analysisAddress,
  FILTER_NAMES,
  type FilterName,
  filterFields,
} from "~/indices/analysis-filter";
import type { UnitResultsView } from "~/indices/survey-results";
import type { Lifecycle } from "~/surveys/survey";
import type { surveyTabs } from "~/surveys/survey-pages";
import { AnalysisFilterForm, FILTER_LABELS, type FilterOptions } from "./analysis-filter-form";
import { FilterChips } from "./filter-chips";
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
  { path: "/compare", label: "So sánh" },
  { path: "/ranking", label: "Xếp hạng đơn vị" },
  { path: "/drivers", label: "Yếu tố quan trọng" },
  { path: "/profile", label: "Nhóm người trả lời" },
  { path: "/sides", label: "Kênh và phiếu có dấu hiệu" },
];

/**
 * Frame of every page of the analysts' room: the survey, the views, the filter in the address, what the figures rest on.
 * @param props.leaves what of the filter this view does not heed.
 * @param props.own what of the filter this view heeds and lets choose itself.
 * @param props.more fields of the address that belong to this view, kept when the filter changes.
 */
export function AnalysisPage({
  page,
  title,
  leaves = [],
  own = [],
  more = {},
  children,
}: {
  page: AnalysisPageData;
  title: string;
  leaves?: readonly FilterName[];
  own?: readonly FilterName[];
  more?: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  const t = useWords();
  const names = useNames();
  const { survey, today, tabs, filter, choices, ignored, about } = page;
  const unused = leaves.filter((name) => filter[name] !== null);
  const uses = FILTER_NAMES.filter((name) => !leaves.includes(name) && !own.includes(name));
  const listed = (some: readonly FilterName[]) => some.map((name) => t(FILTER_LABELS[name])).join(", ");
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={title} carried={filterFields(filter)} />
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
      <FilterChips filter={filter} choices={choices} more={more} />
      {ignored.length > 0 && (
        <p className="notice" role="status">
          {t(
            "Không lọc được theo: {names}. Đợt khảo sát này không có giá trị ấy, hoặc tháng cuối đứng trước tháng đầu.",
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
