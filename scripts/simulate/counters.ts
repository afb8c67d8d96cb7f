import administration from "./comments/administration";
import { pickWeighted } from "./random";
import { type SurveyPlan, sometimesBlank } from "./survey-plan";

/** Users of the one-stop counters: the provincial centre and every commune. */
export const counters: SurveyPlan = {
  questionnaireCode: "one-stop-counter",
  title: (year) => `Lấy ý kiến người dân, tổ chức về sự phục vụ tại Trung tâm Phục vụ hành chính công năm ${year}`,
  ownerKey: "th-ttpvhcc",
  createdBy: "ttpvhcc",
  basis: "voluntary",
  targetRate: 0.9,
  pointLabel: "Quầy tiếp nhận và trả kết quả",
  chooseUnits: (tree) => tree.filter((unit) => unit.kind === "commune" || unit.key === "th-ttpvhcc"),
  sizes: {
    total: 36_000,
    spread: 0.8,
    empty: 4,
    tiny: 7,
    small: 12,
    fixed: { "th-ttpvhcc": 2400, "xa-2025-14797": 1300, "xa-14845": 140 },
  },
  population: (unit) => (unit.key === "th-ttpvhcc" ? 96_000 : 5200),
  channels: [
    [{ channel: "qr", shift: 0 }, 66],
    [{ channel: "kiosk", shift: 0.1 }, 20],
    [{ channel: "paper", shift: 0.14 }, 8],
    [{ channel: "interviewer", shift: 0.18 }, 3],
    [{ channel: "link", shift: -0.12 }, 3],
  ],
  english: 0.002,
  hours: {
    weekdays: [0, 1.3, 1.1, 1, 1, 0.9, 0.25],
    stretches: [
      [[7 * 60 + 30, 9 * 60], 30],
      [[9 * 60, 11 * 60 + 30], 45],
      [[13 * 60 + 30, 15 * 60 + 30], 35],
      [[15 * 60 + 30, 17 * 60], 15],
    ],
  },
  behaviour: {
    level: 0.06,
    ease: {
      A1: 0.12,
      A2: -0.14,
      A3: -0.28,
      B1: 0.05,
      B2: 0.02,
      B3: 0.24,
      B4: -0.16,
      C1: 0.3,
      C2: 0.04,
      C3: 0.18,
      D1: -0.12,
      D2: 0.12,
      D3: 0.02,
      E1: -0.1,
      E2: -0.16,
      E3: -0.3,
    },
    unused: [
      { items: ["E2", "E3"], share: 0.28 },
      { items: ["E1"], share: 0.13 },
      { items: ["B3"], share: 0.06 },
      { items: ["A2", "A3"], share: 0.05 },
      { items: ["D1", "D2", "D3"], share: 0.05 },
    ],
  },
  answerProfile: (unit, random) => {
    const organisations = unit.kind === "service_centre" ? 0.42 : 0.07;
    const capacity = random() < organisations ? 2 : 1;
    const rest = {
      P2: pickWeighted(random, [
        [1, 51],
        [2, 45],
        [9, 4],
      ]),
      P3: pickWeighted(random, [
        [1, 9],
        [2, 24],
        [3, 37],
        [4, 19],
        [5, 8],
        [9, 3],
      ]),
      P4: pickWeighted(random, [
        [1, capacity === 2 ? 35 : 66],
        [2, capacity === 2 ? 58 : 30],
        [3, 4],
      ]),
    };
    return { P1: capacity, ...sometimesBlank(random, rest) };
  },
  commentItem: "H1",
  comments: administration,
  samples: ["th-ttpvhcc", "xa-2025-14797", "xa-14845"],
};
