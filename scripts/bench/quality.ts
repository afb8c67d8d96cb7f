import { isOpenByHours } from "~/responses/quality/is-open-by-hours";
import { judgeForms } from "~/responses/quality/judge-forms";
import { isFlagged, QUALITY_RULES, type QualityRule, rulesOf } from "~/responses/quality/quality-rules";
import { QUALITY_DEFAULTS } from "~/responses/quality/quality-settings";
import { OPEN_HOURS, POINTS, TIME_ZONE } from "../simulate/forms/fieldwork";
import { HONEST_SETS, type HonestSet, honestForms } from "../simulate/forms/honest-forms";
import { STYLES, type Style, taintedForms } from "../simulate/forms/staff-filled-forms";
import type { Row } from "./table";

export const SETS = Object.keys(HONEST_SETS) as HonestSet[];

/** Shares of some forms: found by each rule, flagged by one that is more than a mark, and open to exclusion. */
export interface Found {
  forms: number;
  rules: Record<QualityRule, number>;
  flagged: number;
  excludable: number;
}

/** What the rules find among the forms of a style that staff filled in, or of honest people where there is no style. */
export function findIn(set: HonestSet, style: Style | null): Found {
  const { forms, filledByStaff } = style ? taintedForms(set, style) : { forms: honestForms(set), filledByStaff: null };
  const hours = new Map(Array.from({ length: POINTS }, (_, index) => [index + 1, OPEN_HOURS]));
  const { bits, excludable } = judgeForms(forms, {
    settings: QUALITY_DEFAULTS,
    isOpen: isOpenByHours(hours, TIME_ZONE),
  });
  const meant = forms.flatMap(({ id }, position) => ((filledByStaff?.has(id) ?? true) ? [position] : []));
  const share = (holds: (position: number) => boolean) => meant.filter(holds).length / meant.length;
  const rules = QUALITY_RULES.map((rule) => [rule, share((at) => rulesOf(bits[at] ?? 0).includes(rule))]);
  return {
    forms: meant.length,
    rules: Object.fromEntries(rules) as Found["rules"],
    flagged: share((at) => isFlagged(bits[at] ?? 0)),
    excludable: share((at) => excludable[at] === 1),
  };
}

/** Styles that must be found, with the rule that looks for each. */
export const MUST_FIND = { "end-of-day": "burst", "closed-hours": "closed-hours", speed: "speeding" } as const;
export const RECALL = 0.95;
export const FALSE_POSITIVES = 0.01;

/** Recall for each style of forms filled in by staff, and false positives among honest people. */
export function benchQuality(): Row[] {
  return SETS.flatMap((set) => [rowOf(set, null), ...STYLES.map((style) => rowOf(set, style))]);
}

function rowOf(set: HonestSet, style: Style | null): Row {
  const found = findIn(set, style);
  const rules = QUALITY_RULES.filter((rule) => found.rules[rule] > 0).map(
    (rule) => `${rule} ${percent(found.rules[rule])}`,
  );
  return {
    what: `mean ${set}, ${style ?? "honest"} (${found.forms} forms)`,
    figure: `${percent(found.flagged)} flagged, ${percent(found.excludable)} excludable`,
    note: rules.join(", ") || "nothing found",
    ...targetOf(found, style),
  };
}

function targetOf(found: Found, style: Style | null): Pick<Row, "target"> {
  if (style === null) {
    return { target: { text: "flagged ≤ 1%", met: found.flagged <= FALSE_POSITIVES } };
  }
  if (!(style in MUST_FIND)) return {};
  const rule = MUST_FIND[style as keyof typeof MUST_FIND];
  return { target: { text: `${rule} ≥ 95%`, met: found.rules[rule] >= RECALL } };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
