import type { FormProblem } from "~/surveys/read-survey-form";
import type { ReformPlan } from "./reform-plan";
import type { PlanFields } from "./reform-plan-form";

/** A plan before it is stored, and what it would replace. */
export interface PlanPreview {
  plan: ReformPlan;
  /** Whether the year has a plan already. */
  replaces: boolean;
  /** Documents entered for the tasks of the year. */
  documents: number;
  /** Tells the state of the plan that would be replaced. */
  seen: string;
}

/** What the page of a plan shows after it was sent. */
export interface PlanAnswer {
  /** As typed; null: the page's own. */
  fields: PlanFields | null;
  problems: FormProblem[];
  /** What is wrong with a file, each with its place. */
  fileProblems: string[];
  preview: PlanPreview | null;
  refusal: string | null;
}
