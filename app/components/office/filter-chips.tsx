import { Link } from "@remix-run/react";
import { formatMonth } from "~/i18n/dates";
import { useNames } from "~/i18n/use-names";
import { useWords } from "~/i18n/use-words";
import {
  type AnalysisFilter,
  analysisAddress,
  type FilterName,
  filterFields,
  NO_FILTER,
} from "~/indices/analysis-filter";
import { FILTER_LABELS, type FilterOptions, QUALITY_LABELS } from "./analysis-filter-form";

/** What a view is filtered by, each part with a link that takes it off, and one that takes all of it off. */
export function FilterChips({
  filter,
  choices,
  more,
}: {
  filter: AnalysisFilter;
  choices: FilterOptions;
  more: Readonly<Record<string, string>>;
}) {
  const t = useWords();
  const { kinds, channels } = useNames();
  const set = filterFields(filter).map(([name]) => name);
  if (set.length === 0) return null;
  const answer = (): string => {
    const item = choices.profiles.find(({ code }) => code === filter.profile?.item);
    return item?.options.find(({ value }) => value === filter.profile?.option)?.label.vi ?? "";
  };
  const shown: Record<FilterName, () => string> = {
    unit: () => choices.units.find(({ key }) => key === filter.unit)?.name ?? "",
    kind: () => (filter.kind ? kinds[filter.kind] : ""),
    from: () => formatMonth(filter.from ?? ""),
    to: () => formatMonth(filter.to ?? ""),
    channel: () => (filter.channel ? channels[filter.channel] : ""),
    profile: answer,
    quality: () => (filter.quality ? t(QUALITY_LABELS[filter.quality]) : ""),
  };
  return (
    <div className="filter-chips">
      <h2>{t("Đang lọc")}</h2>
      <ul>
        {set.map((name) => {
          const what = `${t(FILTER_LABELS[name])}: ${shown[name]()}`;
          return (
            <li key={name}>
              <Link to={analysisAddress({ ...filter, [name]: null }, more)} preventScrollReset>
                <span className="visually-hidden">{t("Bỏ lọc này: {what}", { what })}</span>
                <span aria-hidden="true">
                  {what} <span className="filter-chip-off">×</span>
                </span>
              </Link>
            </li>
          );
        })}
        <li>
          <Link to={analysisAddress(NO_FILTER, more)} className="filter-chips-clear" preventScrollReset>
            {t("Bỏ hết lọc")}
          </Link>
        </li>
      </ul>
    </div>
  );
}
