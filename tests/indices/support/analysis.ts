import type { Analysis } from "~/indices/analysis";
import { maskSmallCells } from "~/indices/mask-small-cells";
import { ALL_UNITS, measureGroups } from "~/indices/measure-groups";
import { createFrame } from "~/indices/response-frame";
import type { ResultUnit } from "~/indices/survey-results";
import type { GroupSum } from "~/indices/withheld-groups";
import type { Answers } from "~/questionnaires/answers";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { Channel } from "~/responses/channels";

export interface Person {
  unit: string;
  channel?: Channel;
  /** Calendar month; `2026-05` where absent. */
  month?: string;
  flagged?: boolean;
  answers: Answers;
}

/** Many persons who answer alike. */
export function many(count: number, unit: string, answers: Answers, channel: Channel = "qr"): Person[] {
  return Array.from({ length: count }, () => ({ unit, channel, answers }));
}

/** An analysis of surveyed units, all at the top, with the masks of the results page. */
export function analysisOf(
  questionnaire: Questionnaire,
  persons: readonly Person[],
  {
    units,
    minimums = { cell: 10, unit: 30 },
    complementary = false,
  }: {
    units?: ResultUnit[];
    minimums?: { cell: number; unit: number };
    /** Masks as the results page does, units that would give a masked one away with it. */
    complementary?: boolean;
  } = {},
): Analysis {
  const frame = createFrame(questionnaire);
  for (const { unit, answers } of persons) frame.add(unit, answers);
  const rows = units ?? [...new Set(persons.map(({ unit }) => unit))].map((key) => unitRow(key));
  const groups = measureGroups({
    frame,
    groups: rows.map(({ key }) => ({
      key,
      unitKeys: [key, ...rows.flatMap((row) => (row.parentKey === key ? [row.key] : []))],
    })),
  });
  const sums = complementary ? branchSums(rows) : [];
  const masked = maskSmallCells({ questionnaire, groups, sums, minCell: minimums.cell, minUnit: minimums.unit });
  const persistent = new Map(groups.map(({ unit, persons: own }) => [unit, own ?? 0]));
  const told = (key: string) => {
    const count = persistent.get(key) ?? 0;
    return count > 0 && count < minimums.cell ? null : count;
  };
  return {
    frame,
    channels: persons.map(({ channel }) => channel ?? "qr"),
    months: persons.map(({ month }) => month ?? "2026-05"),
    flagged: persons.map(({ flagged }) => flagged ?? false),
    results: {
      minimums: { ...minimums, same: minimums.cell },
      ...{ province: "Tỉnh Thử", questionnaire, scope: "whole", channels: [], asOf: "2026-06-01" },
      survey: {
        ...{ id: 7, title: "Đợt thử", opensOn: "2026-01-01", closesOn: "2026-12-31", status: "open" },
        ...{ basis: "voluntary", targetRate: null, simulated: false, owner: { key: "th", code: "TH", name: "Tỉnh" } },
      },
      version: { number: 1, checksum: "0", verification: null },
      units: rows.map((row) => ({ ...row, responses: told(row.key) })),
      measures: masked.flatMap((group) => group.measures),
      bySize: { rows: [], standings: [], narrowed: [] },
      reliability: masked.flatMap((group) => group.reliability),
      responses: frame.size,
    },
  };
}

function branchSums(rows: readonly ResultUnit[]): GroupSum[] {
  const totals = [...new Set(rows.map(({ parentKey }) => parentKey))];
  return totals.map((total) => ({
    total: total ?? ALL_UNITS,
    parts: rows.filter(({ parentKey }) => parentKey === total).map(({ key }) => key),
  }));
}

export function unitRow(key: string, more: Partial<ResultUnit> = {}): ResultUnit {
  return {
    ...{ key, code: key, name: `Đơn vị ${key}`, kind: "commune", parentKey: null, depth: 0, surveyed: true },
    ...{ place: null, responses: 0, sample: false },
    ...more,
  };
}
