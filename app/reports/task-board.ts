import type { ReportPeriod } from "~/snapshots/report-kinds";
import type { Lifecycle } from "~/surveys/survey";
import type { IssuedDocument, ReformPlan, ReformTask } from "./reform-plan";
import type { Due } from "./task-dues";
import type { Gap, Milestone } from "./task-standing";

/** A survey on the board. */
export interface BoardSurvey extends Lifecycle {
  id: number;
  title: string;
  simulated: boolean;
  /** How far it has come; null where another body runs it, of whose work nothing more is told. */
  standing: {
    planned: boolean;
    /** Number of the last final snapshot; null: none. */
    finalNumber: number | null;
    published: boolean;
    /** It was published and is no longer. */
    withdrawn: boolean;
    correcting: boolean;
    reportId: number | null;
  } | null;
}

/** A task with all that serves it, as one viewer sees it. */
export interface BoardTask {
  task: ReformTask;
  /** Whether the viewer speaks for the lead: sees all surveys of the task and is told what is missing of them. */
  leads: boolean;
  surveys: BoardSurvey[];
  documents: (IssuedDocument & { id: number; by: string | null })[];
  /** The consolidated and the periodic reports that have been made, as the viewer may see them. */
  reports: { id: number; kind: "task" | "period"; period: ReportPeriod | null }[];
  missing: Gap[];
  milestones: Milestone[];
}

export interface TaskBoard {
  plan: Omit<ReformPlan, "tasks">;
  past: boolean;
  tasks: BoardTask[];
  /** What the viewer's tasks still owe. */
  dues: Due[];
}
