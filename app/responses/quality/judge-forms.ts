import type { FilledForm } from "./filled-form";
import { findBursts } from "./find-bursts";
import { findClosedHours, type IsOpen } from "./find-closed-hours";
import { findIdentical } from "./find-identical";
import { findOutliers, type Outlier } from "./find-outliers";
import { findSpeeders, medianSeconds } from "./find-speeders";
import { findStraightLiners } from "./find-straight-liners";
import { bitOf, KIND_OF_RULE, KINDS_FOR_EXCLUSION, type QualityRule, type RuleBits, rulesOf } from "./quality-rules";
import type { QualitySettings } from "./quality-settings";

/** How much faster than the rule asks a form with one level throughout must be, for its speed to be evidence of its own. */
const STRAIGHT_LINERS_FASTER = 2;

/** What the rules found in a survey, by the position of each form in what was given. */
export interface FormJudgement {
  bits: Uint16Array;
  /** 1 where rules of two independent kinds agree, so that an officer may exclude the form. */
  excludable: Uint8Array;
  /** Of the forms with known times; null where there are too few. */
  medianSeconds: number | null;
  /** Interviewers whose forms stand out; each of their forms bears the rule `interviewer`. */
  interviewers: Outlier[];
  /**
   * Channels whose forms stand out. A channel is a way of asking and not somebody who does it, and honest people tick
   * otherwise on a tablet than on paper: it is told of the channel and marks no form.
   */
  channels: Outlier[];
}

/**
 * Judges every form of a survey by every rule. The order of the forms changes nothing, and below `formsAtLeast` forms
 * nothing is found.
 */
export function judgeForms(
  forms: readonly FilledForm[],
  { settings, isOpen }: { settings: QualitySettings; isOpen: IsOpen },
): FormJudgement {
  const bits = new Uint16Array(forms.length);
  const excludable = new Uint8Array(forms.length);
  const median = medianSeconds(forms, settings.formsAtLeast);
  const judgement = { bits, excludable, medianSeconds: median, interviewers: [], channels: [] };
  if (forms.length < settings.formsAtLeast) return judgement;
  const mark = (rule: QualityRule, found: readonly number[]) => {
    for (const position of found) bits[position] = (bits[position] ?? 0) | bitOf(rule);
  };
  const { straightItems: items, burstForms, burstTimes, burstMinutes } = settings;
  mark("speeding", findSpeeders(forms, { median, times: settings.speedTimes }));
  mark("straight-lining", findStraightLiners(forms, items));
  mark("identical", findIdentical(forms, { minutes: settings.identicalMinutes, items }));
  mark("burst", findBursts(forms, { minutes: burstMinutes, atLeast: burstForms, times: burstTimes }));
  mark(
    "closed-hours",
    findClosedHours(forms, { isOpen, graceMinutes: settings.closedGraceMinutes, atLeast: settings.closedForms }),
  );
  const limits = { atLeast: settings.groupForms, points: settings.groupPoints };
  const channels = findOutliers(forms, bits, ({ channel }) => channel, limits);
  const interviewers = findOutliers(forms, bits, ({ interviewer }) => interviewer, limits);
  const standsOutBy = rulesByGroup(interviewers);
  const fastForAnybody = new Set(findSpeeders(forms, { median, times: settings.speedTimes * STRAIGHT_LINERS_FASTER }));
  for (let position = 0; position < forms.length; position++) {
    // Nearly all forms bear nothing, and of nobody who stands out.
    const interviewer = forms[position]?.interviewer ?? null;
    const by = interviewer === null ? undefined : standsOutBy.get(interviewer);
    if (bits[position] === 0 && !by) continue;
    excludable[position] = Number(
      kindsFor(bits[position] ?? 0, { interviewerBy: by ?? [], fastForAnybody: fastForAnybody.has(position) }) >=
        KINDS_FOR_EXCLUSION,
    );
    if (by) mark("interviewer", [position]);
  }
  return { ...judgement, interviewers, channels };
}

function rulesByGroup(outliers: readonly Outlier[]): Map<string, QualityRule[]> {
  const rules = new Map<string, QualityRule[]>();
  for (const { group, by } of outliers) rules.set(group, [...(rules.get(group) ?? []), by]);
  return rules;
}

/**
 * Independent kinds of evidence about a form. Whoever ticks one column is done sooner for that reason alone: with one level
 * throughout, speed counts only where it is too fast even so. That an interviewer stands out counts only where it is by a
 * rule of a kind that the form does not itself come under: else the same thing would count twice.
 */
function kindsFor(
  bits: RuleBits,
  { interviewerBy, fastForAnybody }: { interviewerBy: readonly QualityRule[]; fastForAnybody: boolean },
): number {
  const straight = (bits & bitOf("straight-lining")) !== 0;
  const rules = rulesOf(straight && !fastForAnybody ? bits & ~bitOf("speeding") : bits);
  const own = new Set<string>(rules.map((rule) => KIND_OF_RULE[rule]));
  return own.size + Number(interviewerBy.some((rule) => !own.has(KIND_OF_RULE[rule])));
}
