import type { UnitOnDay } from "~db/repositories/units";
import { counters } from "./counters";
import { outpatients } from "./outpatients";
import { parents } from "./parents";
import { type Random, shuffled } from "./random";
import type { SurveyPlan } from "./survey-plan";

/** On 1 July 2025 the districts went and 547 communes became 166: the surveys of 2024 lie before, those of 2025 after. */
const IN_2024 = {
  ...{ opensOn: "2024-09-16", closesOn: "2024-11-15" },
  ...{ finalisedAt: "2024-11-25T02:00:00Z", publishedAt: "2024-12-10T02:00:00Z" },
} as const;
const IN_2025 = {
  ...{ opensOn: "2025-09-15", closesOn: "2025-11-14" },
  ...{ finalisedAt: "2025-11-24T02:00:00Z", publishedAt: "2025-12-10T02:00:00Z" },
} as const;
/** Over, with everything else about it left to whoever looks at the demonstration. */
const END_OF_SCHOOL_YEAR = { opensOn: "2026-04-13", closesOn: "2026-05-29" } as const;

/** A ward of the town of Thanh Hóa, of which most went whole into one new ward, and a township that was only renamed. */
const TOLD_COMMUNES = ["xa-2024-14764", "xa-14845"];
const OTHER_DISTRICTS = 2;

/** Answers of units that the demonstration is looked at with. */
const TOLD_SIZES = { "th-ttpvhcc": 260, "xa-2025-14797": 120, "xa-14845": 70, "bv-dk-tinh": 220, "bv-nhi": 150 };

/** Whole districts, so that what a new commune was made of was asked as a whole. */
function communesOfDistricts(tree: readonly UnitOnDay[], random: Random): UnitOnDay[] {
  const told = new Set(tree.flatMap(({ key, parentId }) => (TOLD_COMMUNES.includes(key) ? parentId : [])));
  const others = tree.filter(({ kind, id }) => kind === "district" && !told.has(id));
  const drawn = shuffled(random, others).slice(0, OTHER_DISTRICTS);
  const districts = new Set([...told, ...drawn.map(({ id }) => id)]);
  return tree.filter(({ kind, parentId }) => kind === "commune" && districts.has(parentId));
}

/** A plan as it was some time ago: fewer people, who were less content. */
function earlier(
  plan: SurveyPlan,
  past: NonNullable<SurveyPlan["past"]>,
  { total, shift, ...more }: { total: number; shift: number } & Partial<SurveyPlan>,
): SurveyPlan {
  const year = past.opensOn.slice(0, 4);
  return {
    ...plan,
    title: () => plan.title(year),
    past,
    series: `${plan.questionnaireCode}@${year}`,
    // A unit without published figures would withhold whatever it was merged into.
    sizes: { total, spread: 0.4, empty: 1, tiny: 1, small: 1, fixed: TOLD_SIZES },
    behaviour: { ...plan.behaviour, level: plan.behaviour.level + shift },
    samples: [],
    ...more,
  };
}

/** Closed surveys in the order of time, few answers each: of earlier years, to compare this year's with, and one of this year, to finish. */
export const PAST_PLANS: readonly SurveyPlan[] = [
  earlier(counters, IN_2024, {
    ...{ total: 3200, shift: -0.3, basis: "quota", chooseUnits: communesOfDistricts },
    // Before QR codes stood on every counter.
    channels: [
      [{ channel: "paper", shift: 0.14 }, 62],
      [{ channel: "interviewer", shift: 0.18 }, 14],
      [{ channel: "qr", shift: 0 }, 24],
    ],
  }),
  earlier(outpatients, IN_2024, { total: 2000, shift: -0.18 }),
  earlier(counters, IN_2025, { total: 5400, shift: -0.12 }),
  earlier(outpatients, IN_2025, { total: 2600, shift: -0.02 }),
  earlier(parents, IN_2025, { total: 3000, shift: -0.08 }),
  earlier(parents, END_OF_SCHOOL_YEAR, {
    ...{ total: 2900, shift: -0.04, series: `${parents.questionnaireCode}@2026-05` },
    title: () => "Khảo sát sự hài lòng của cha mẹ học sinh đối với dịch vụ giáo dục cuối năm học 2025 - 2026",
  }),
];
