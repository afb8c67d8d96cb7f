import type { UnitOnDay } from "~db/repositories/units";
import health from "./comments/health";
import { normal, pickWeighted, type Random, type Weighted } from "./random";
import { type SurveyPlan, sometimesBlank } from "./survey-plan";

const CHILDREN = "bv-nhi";
const WOMEN = "bv-phu-san";

const AGES: Weighted<number> = [
  [1, 10],
  [2, 8],
  [3, 16],
  [4, 24],
  [5, 19],
  [6, 20],
  [9, 3],
];

function agesAt(unit: UnitOnDay): Weighted<number> {
  if (unit.key === CHILDREN) {
    return [
      [1, 97],
      [9, 3],
    ];
  }
  if (unit.key === WOMEN) {
    return [
      [1, 2],
      [2, 20],
      [3, 45],
      [4, 25],
      [5, 4],
      [9, 4],
    ];
  }
  return AGES;
}

function answerProfile(unit: UnitOnDay, random: Random): Record<string, number> {
  const age = pickWeighted(random, agesAt(unit));
  const women = unit.key === WOMEN ? 96 : 52;
  return sometimesBlank(random, {
    P1: random() < (age === 1 ? 0.94 : age === 6 ? 0.4 : 0.14) ? 2 : 1,
    P2: pickWeighted(random, [
      [1, 98 - women],
      [2, women],
      [3, 0.3],
      [9, 1.7],
    ]),
    P3: age,
    P4: pickWeighted(random, [
      [1, 90],
      [2, 8],
      [9, 2],
    ]),
  });
}

/** Outpatients of every hospital. */
export const outpatients: SurveyPlan = {
  questionnaireCode: "outpatient-qd56",
  title: (year) => `Khảo sát sự hài lòng của người bệnh ngoại trú tại các bệnh viện năm ${year}`,
  ownerKey: "th-syt",
  createdBy: "syt",
  basis: "quota",
  targetRate: 0.9,
  pointLabel: "Khoa Khám bệnh",
  chooseUnits: (tree) => tree.filter((unit) => unit.kind === "hospital"),
  sizes: {
    total: 20_000,
    spread: 0.65,
    empty: 1,
    tiny: 2,
    small: 3,
    fixed: { "bv-dk-tinh": 2200, [CHILDREN]: 1500 },
  },
  population: () => 42_000,
  channels: [
    [{ channel: "qr", shift: 0 }, 71],
    [{ channel: "kiosk", shift: 0.08 }, 9],
    [{ channel: "paper", shift: 0.12 }, 10],
    [{ channel: "interviewer", shift: 0.16 }, 8],
    [{ channel: "link", shift: -0.14 }, 2],
  ],
  english: 0.002,
  hours: {
    weekdays: [0.03, 1.25, 1.1, 1, 1, 0.95, 0.3],
    stretches: [
      [[7 * 60, 9 * 60], 25],
      [[9 * 60, 11 * 60 + 30], 45],
      [[13 * 60 + 30, 16 * 60 + 30], 35],
    ],
  },
  behaviour: {
    level: 0.02,
    ease: {
      A1: 0.12,
      A2: 0.02,
      A4: 0.08,
      A5: -0.16,
      B1: 0.06,
      B2: -0.1,
      B3: 0.04,
      B4: 0.14,
      B6: -0.22,
      B7: -0.38,
      B8: 0.02,
      B9: -0.34,
      B10: -0.4,
      C1: -0.06,
      C2: -0.12,
      C3: -0.14,
      C4: -0.26,
      C6: -0.48,
      C7: 0.08,
      D1: 0.26,
      D2: 0.12,
      D3: 0.22,
      D4: 0.28,
      E1: 0.14,
      E2: 0.1,
      E3: 0.12,
      E4: -0.36,
    },
    unused: [
      { items: ["A3"], share: 0.08 },
      { items: ["A5"], share: 0.27 },
      { items: ["B9", "B10"], share: 0.16 },
      { items: ["C6"], share: 0.05 },
      { items: ["C4"], share: 0.04 },
    ],
  },
  answerProfile,
  /** Share of the expectation met, in per cent, mostly said in steps of five. */
  answerClosing: (mood, random): Record<string, number> => {
    if (random() < 0.05) return {};
    const share = 87 + 8 * mood + 6 * normal(random);
    const step = random() < 0.9 ? 5 : 1;
    return { G1: Math.min(120, Math.max(30, Math.round(share / step) * step)) };
  },
  commentItem: "G2",
  comments: health,
  samples: ["bv-dk-tinh", CHILDREN],
};
