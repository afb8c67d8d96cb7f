import { isProbabilityBasis, surveyStage } from "~/surveys/survey";
import { formatDay } from "./dates";
import type { Names } from "./use-names";

/** English of names.ts, for officers' screens. */
const MODEL_INTERVAL =
  "model-based uncertainty interval, as if the forms were a random sample; it does not reflect the bias of self-selection";

export const ENGLISH_NAMES: Names = {
  roles: {
    administrator: "Administrator",
    designer: "Survey designer",
    unit_officer: "Unit officer",
    analyst: "Analyst",
    interviewer: "Interviewer",
    viewer: "Viewer",
  },
  roleExplanations: {
    administrator:
      "Everything a survey designer does, in every sector; also invites people and locks accounts; renames, splits and merges units.",
    designer:
      "Writes questionnaires; creates, opens and closes surveys; edits survey points; prints posters, replaces or withdraws QR codes; sets up tablets; issues invitation codes; assigns interviewers; keys in paper forms and imports files; follows fieldwork; sees results; downloads reports and data, takes anonymised records of own surveys; publishes results; writes answers to the public.",
    unit_officer:
      "Within the own unit: sees results, reads the unit's report once results are fixed, follows fieldwork; edits survey points; prints posters, replaces or withdraws QR codes; sets up tablets; issues invitation codes; assigns interviewers; keys in paper forms; writes answers to the public. Creates no surveys, downloads no reports or data.",
    analyst: "Sees results, follows fieldwork; downloads reports and data; creates no surveys, prints no posters.",
    interviewer: "Only interviews at the points assigned; sees no results.",
    viewer: "Only sees results, as leaders need; downloads no files.",
  },
  channels: {
    qr: "QR code scanned at a survey point",
    kiosk: "Tablet at the survey point",
    paper: "Paper form",
    interviewer: "Interview in person",
    phone: "Interview by telephone",
    link: "Personal link",
    import: "Imported from a data file",
  },
  kinds: {
    province: "Province",
    department: "Provincial department",
    service_centre: "Public Administration Service Centre",
    district: "District or town (before 1 July 2025)",
    commune: "Commune or ward",
    hospital: "Hospital",
    medical_centre: "Medical centre",
    health_station: "Health station",
    preschool: "Preschool",
    primary: "Primary school",
    lower_secondary: "Lower secondary school",
    upper_secondary: "Upper secondary school",
    continuing_education: "Continuing education centre",
  },
  sectors: { administration: "administration", health: "health", education: "education", other: "other" },
  bases: {
    probability: "drawn at random (probability sample)",
    census: "everybody asked (census)",
    quota: "by quota or whoever is met (quota, convenience)",
    voluntary: "voluntary",
  },
  rules: {
    pooled: "pooled answers",
    "mean-of-items": "mean of the items",
    "mean-of-factors": "mean of the factors",
    "fixed-weights": "fixed weights",
  },
  ruleExplanations: {
    pooled: "computed over all answers together",
    "mean-of-items": "mean of the items",
    "mean-of-factors": "mean of the factors",
    "fixed-weights": "by the fixed weight of each part",
  },
  levels: {
    item: "Item, question",
    factor: "Factor",
    domain: "Domain",
    overall: "Overall",
    "all-satisfied": "Satisfied throughout",
  },
  held: {
    burst: {
      name: "Sent in a burst",
      explanation:
        "More than 120 forms in one minute at a point, or more than 20 in one hour from a device. Forms of people who came just then may be among them.",
    },
    trap: {
      name: "Apparently filled in by a machine",
      explanation: "Filled in a hidden field that people do not see, or sent faster than one can read.",
    },
    "no-proof": {
      name: "Not confirmed by the browser",
      explanation:
        "Sent while the point took more than 60 forms a minute, without the confirmation of the browser. Telephones with JavaScript off fall in here too.",
    },
    late: {
      name: "Came late",
      explanation: "Finished before the survey closed, but sent by the device after the seven days of grace.",
    },
  },
  reviews: { counted: "Counted in the results", "left-out": "Decided not to count" },
  reversedMark: "(reversed)",
  modelInterval: MODEL_INTERVAL,
  partialScope: "The figures are of the units within the scope of your account only, not of the whole survey.",
  stage(survey, today) {
    switch (surveyStage(survey, today)) {
      case "draft":
        return "Draft";
      case "scheduled":
        return `Opens on ${formatDay(survey.opensOn)}`;
      case "collecting":
        return "Collecting";
      case "expired":
        return `Ended on ${formatDay(survey.closesOn)}`;
      case "paused":
        return "Paused";
      case "closed":
        return "Closed";
      case "finalised":
        return "Finalised";
    }
  },
  interval: (basis) => (isProbabilityBasis(basis) ? "95% confidence interval" : "95% uncertainty interval"),
  intervalExplanation: (basis) =>
    isProbabilityBasis(basis)
      ? "95% confidence interval: were the survey repeated many times in the same way, about 95 in 100 such intervals would hold the true figure."
      : `The 95% interval here is a ${MODEL_INTERVAL}.`,
};
