import { dayOf } from "~/i18n/dates";
import { searchable } from "~/i18n/searchable";
import { QUALITY_BREAKDOWNS, type QualityBreakdown, type QualityLine, type QualityReport } from "./quality-report";
import type { MeasureLevel } from "./result";

/** Lines and groups on one page; those with most to see come first. */
const LINES_SHOWN = 100;
const GROUPS_SHOWN = 50;

/** The most general first. */
const LEVELS: readonly MeasureLevel[] = ["overall", "all-satisfied", "domain", "factor", "item"];

/** What an address asks of the page; what it does not know is left aside. */
export interface QualityView {
  by: QualityBreakdown;
  /** Part of a name, marks aside; empty: all. */
  search: string;
}

export function readQualityView(parameters: URLSearchParams): QualityView {
  const by = QUALITY_BREAKDOWNS.find((one) => one === parameters.get("by")) ?? "unit";
  return { by, search: (parameters.get("q") ?? "").slice(0, 100) };
}

/** A report as the page shows it: nothing in it tells one response from another. */
export function qualityPage(report: QualityReport, { by, search }: QualityView, timeZone: string) {
  const { lines, groups, settings, counts, leftOutOfWithout, medianSeconds, indices, points } = report;
  const wanted = searchable(search);
  const found = lines[by].filter(({ name, place }) => searchable(`${name} ${place ?? ""}`).includes(wanted));
  return {
    ...{ settings, counts, leftOutOfWithout, medianSeconds, points },
    indices: [...indices].sort((one, other) => LEVELS.indexOf(one.with.level) - LEVELS.indexOf(other.with.level)),
    hasInterviewers: lines.interviewer.length > 0,
    lines: found.sort(byShare).slice(0, LINES_SHOWN),
    moreLines: Math.max(0, found.length - LINES_SHOWN),
    groups: groups.slice(0, GROUPS_SHOWN).map(({ open, last, ...group }) => ({
      ...group,
      open: open.length,
      last: last && {
        ...{ decision: last.decision, reason: last.reason, responses: last.responses, decidedBy: last.decidedBy },
        decidedOn: dayOf(new Date(last.decidedAt), timeZone),
      },
    })),
    moreGroups: Math.max(0, groups.length - GROUPS_SHOWN),
  };
}

export type QualityPage = ReturnType<typeof qualityPage>;

function byShare(one: QualityLine, other: QualityLine): number {
  const share = ({ counts }: QualityLine) => counts.flagged / counts.forms;
  return share(other) - share(one) || other.counts.forms - one.counts.forms || (one.name < other.name ? -1 : 1);
}
