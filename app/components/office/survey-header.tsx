import { Link, NavLink, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { carriedFields, unheeded, withCarried } from "~/indices/carried-filter";
import type { Lifecycle } from "~/surveys/survey";
import { FILTER_LABELS } from "./analysis-filter-form";
import { StatusBadge } from "./status-badge";

/** On a phone the tabs are longer than their row: the one that stands open is brought into sight. */
function showCurrent(tabs: HTMLElement | null): void {
  const row = tabs?.querySelector("ul");
  const current = row?.querySelector('[aria-current="page"]');
  if (!row || !current) return;
  const [outer, inner] = [row.getBoundingClientRect(), current.getBoundingClientRect()];
  row.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
}

/** Head of every page of a survey: the way back, its title and state, what can be done here, and the tabs of its pages. */
export function SurveyHeader({
  survey,
  today,
  tabs,
  title,
  under,
  note,
  carried,
  children,
}: {
  survey: Lifecycle & { id: number; title: string; simulated: boolean };
  today: string;
  /** None: the page is about a survey yet to be made from this one, whose state and pages would mislead. */
  tabs: readonly { to: string; label: Phrase }[];
  /** Name of this page where it is not the survey's first. */
  title?: string;
  /** The page that this one is a part of, where that is not the survey's first. */
  under?: { to: string; label: Phrase };
  /** Lines below the title. */
  note?: ReactNode;
  /** The filter that the tabs hand on; what the address says where it is not given. */
  carried?: readonly (readonly [name: string, value: string])[];
  /** Buttons at the right. */
  children?: ReactNode;
}) {
  const t = useWords();
  const location = useLocation();
  const fields = carried ?? carriedFields(location);
  const left = unheeded(location.pathname, fields);
  return (
    <>
      <header className="page-header">
        <div>
          <p className={title ? "breadcrumb breadcrumb-named" : "breadcrumb"}>
            <Link to="/surveys">{t("Đợt khảo sát")}</Link>
            {title && (
              <>
                {" › "}
                <Link to={`/surveys/${survey.id}`}>{survey.title}</Link>
              </>
            )}
            {under && (
              <>
                {" › "}
                <Link to={under.to}>{t(under.label)}</Link>
              </>
            )}
          </p>
          <h1>{title ?? survey.title}</h1>
          {note}
          {tabs.length > 0 && (
            <p>
              <StatusBadge survey={survey} today={today} />
            </p>
          )}
        </div>
        {children}
      </header>
      {tabs.length > 0 && (
        <nav ref={showCurrent} className="tabs" aria-label={t("Các trang của đợt khảo sát")}>
          <ul>
            {tabs.map(({ to, label }, index) => (
              <li key={to}>
                <NavLink to={withCarried(to, fields)} end={index === 0}>
                  {t(label)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {left.length > 0 && (
        <p className="table-note">
          {t("Trang này không lọc theo: {names}. Bộ lọc được giữ khi quay lại trang Phân tích.", {
            names: left.map((name) => t(FILTER_LABELS[name])).join(", "),
          })}
        </p>
      )}
    </>
  );
}
