import type { SizeStanding } from "~/indices/by-size";
import { allSatisfiedName } from "~/indices/measure-names";
import { sizeView } from "~/indices/size-view";
import { scoredItems } from "~/questionnaires/questionnaire";
import type { IndexRule } from "~/questionnaires/questionnaire-schema";
import { uncheckedWording } from "~/questionnaires/wording-state";
import type { Channel } from "~/responses/channels";
import type { SampleBasis } from "~/surveys/survey";
import type { SnapshotDocument } from "./snapshot";

/** What the method page of published results tells, out of their snapshot. */
export interface MethodFacts {
  basis: SampleBasis;
  rule: IndexRule;
  form: { title: string; version: number; items: number; scored: number };
  /** What is said of a wording that nobody checked; null where it was. */
  unchecked: string | null;
  /** Surveyed units. */
  units: number;
  /** Null where masked. */
  responses: number | null;
  channels: { channel: Channel; responses: number | null }[];
  allSatisfiedName: string;
  standing: SizeStanding | null;
  minimums: { cell: number; unit: number };
  asOf: string;
}

export function methodFacts({ results }: SnapshotDocument): MethodFacts {
  const { questionnaire, version, survey, units, channels, minimums, responses, asOf, bySize } = results;
  return {
    ...{ basis: survey.basis, rule: questionnaire.index.rule, responses, minimums, asOf },
    form: {
      ...{ title: questionnaire.title.vi, version: version.number },
      ...{ items: questionnaire.items.length, scored: scoredItems(questionnaire).length },
    },
    unchecked: version.verification === null ? uncheckedWording(questionnaire.source) : null,
    units: units.filter(({ surveyed }) => surveyed).length,
    channels: channels.map((one) => ({ channel: one.channel, responses: one.responses })),
    allSatisfiedName: allSatisfiedName(questionnaire.sector),
    standing: sizeView(bySize, "*").standing,
  };
}
