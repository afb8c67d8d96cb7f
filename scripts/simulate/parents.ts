import type { UnitKind } from "~/units/unit-kinds";
import type { UnitOnDay } from "~db/repositories/units";
import education from "./comments/education";
import { pickWeighted, type Random, shuffled } from "./random";
import { type SurveyPlan, sometimesBlank } from "./survey-plan";

/** The school the demo opens with. */
const SAMPLE_SCHOOL = "thpt-dao-duy-tu";

/** Schools drawn at each level, and the level as the questionnaire numbers it. */
const LEVELS: readonly { kind: UnitKind; answer: number; schools: number }[] = [
  { kind: "preschool", answer: 1, schools: 26 },
  { kind: "primary", answer: 2, schools: 33 },
  { kind: "lower_secondary", answer: 3, schools: 33 },
  { kind: "upper_secondary", answer: 4, schools: 22 },
  { kind: "continuing_education", answer: 5, schools: 6 },
];

function chooseSchools(tree: readonly UnitOnDay[], random: Random): UnitOnDay[] {
  return LEVELS.flatMap(({ kind, schools }) => {
    const ofLevel = tree.filter((unit) => unit.kind === kind);
    const sample = ofLevel.filter((unit) => unit.key === SAMPLE_SCHOOL);
    const others = ofLevel.filter((unit) => unit.key !== SAMPLE_SCHOOL);
    return [...sample, ...shuffled(random, others)].slice(0, schools);
  });
}

/** Parents of a drawn set of schools of every level. */
export const parents: SurveyPlan = {
  questionnaireCode: "education-parents-draft",
  title: (year) => `Khảo sát sự hài lòng của cha mẹ học sinh đối với dịch vụ giáo dục năm ${year}`,
  ownerKey: "th-sgddt",
  createdBy: "sgddt",
  basis: "voluntary",
  // QĐ 2034/QĐ-BGDĐT 2023: from 85 % by 2025.
  targetRate: 0.85,
  pointLabel: "Bảng tin cha mẹ học sinh",
  chooseUnits: chooseSchools,
  sizes: { total: 10_000, spread: 0.7, empty: 3, tiny: 9, small: 20, fixed: { [SAMPLE_SCHOOL]: 240 } },
  channels: [
    [{ channel: "qr", shift: 0 }, 80],
    [{ channel: "link", shift: -0.06 }, 13],
    [{ channel: "paper", shift: 0.1 }, 7],
  ],
  english: 0.001,
  hours: {
    weekdays: [0.8, 1, 1, 1, 1, 1.1, 0.9],
    stretches: [
      [[6 * 60 + 45, 7 * 60 + 30], 12],
      [[11 * 60, 13 * 60], 12],
      [[16 * 60 + 30, 18 * 60], 26],
      [[19 * 60, 21 * 60 + 45], 50],
    ],
  },
  behaviour: {
    level: 0.14,
    ease: {
      A1: 0.06,
      A2: 0.16,
      A4: -0.08,
      A5: -0.24,
      B1: 0.02,
      B2: -0.24,
      B3: -0.3,
      B4: -0.18,
      B5: -0.12,
      B6: -0.5,
      C1: 0.26,
      C2: 0.08,
      C3: -0.04,
      C4: -0.1,
      C5: 0.2,
      D1: 0.22,
      D2: 0.08,
      D4: -0.14,
      E1: 0.04,
      E2: 0.12,
      E3: 0.02,
      E4: -0.06,
      F1: 0.12,
    },
    unused: [
      { items: ["A3"], share: 0.12 },
      { items: ["B2", "B4"], share: 0.07 },
      { items: ["C4"], share: 0.05 },
    ],
  },
  answerProfile: (unit, random) =>
    sometimesBlank(random, {
      P1: LEVELS.find((level) => level.kind === unit.kind)?.answer ?? 2,
      P2: pickWeighted(random, [
        [1, 30],
        [2, 59],
        [3, 8],
        [9, 3],
      ]),
    }),
  commentItem: "H1",
  comments: education,
  samples: [SAMPLE_SCHOOL],
};
