import type { FormProblem } from "~/surveys/read-survey-form";
import { type ReformPlan, type ReformTask, reformPlanSchema } from "./reform-plan";

/** A task as its fields hold it. */
export interface TaskFields {
  number: string;
  content: string;
  /** One a line. */
  products: string;
  lead: string;
  coordinating: string;
  deadline: string;
  month: string;
  year: string;
  deadline_text: string;
  /** "15/11 Văn phòng UBND tỉnh", one a line. */
  compiled: string;
  sector: string;
  requires_plan: boolean;
  citizen: boolean;
  organisation: boolean;
  note: string;
}

export interface PlanFields {
  year: string;
  title: string;
  source: string;
  note: string;
  tasks: TaskFields[];
}

const TEXTS = [
  ...["number", "content", "products", "lead", "coordinating", "deadline", "month", "year"],
  ...["deadline_text", "compiled", "sector", "note"],
] as const;

/** Tasks that one form may hold. */
const MOST_TASKS = 40;

export const EMPTY_TASK: TaskFields = {
  ...{ number: "", content: "", products: "", lead: "", coordinating: "", deadline: "month", month: "12", year: "" },
  ...{
    deadline_text: "",
    compiled: "",
    sector: "",
    requires_plan: false,
    citizen: false,
    organisation: false,
    note: "",
  },
};

/** A plan as the fields of its form. */
export function fieldsOfPlan({ year, title, source, note, tasks }: ReformPlan): PlanFields {
  return { year: String(year), title, source, note, tasks: tasks.map(fieldsOfTask) };
}

function fieldsOfTask(task: ReformTask): TaskFields {
  const { deadline } = task;
  const names = (bodies: ReformTask["lead"]) => bodies.map(({ name }) => name).join("\n");
  return {
    ...{ number: String(task.number), content: task.content, products: task.products.join("\n") },
    ...{ lead: names(task.lead), coordinating: names(task.coordinating), deadline: deadline.kind },
    month: deadline.kind === "continuous" ? "" : String(deadline.month),
    year: deadline.kind === "month" ? String(deadline.year) : "",
    deadline_text: task.deadline_text,
    compiled: (task.compiled_before ?? []).map(({ by, month, day }) => `${day}/${month} ${by}`).join("\n"),
    ...{ sector: task.survey_sector ?? "", requires_plan: task.requires_plan, note: task.note ?? "" },
    citizen: task.respondents.includes("citizen"),
    organisation: task.respondents.includes("organisation"),
  };
}

/** What was typed, task by task; a task that was left empty, or ticked to go, is none. */
export function readPlanFields(form: FormData): PlanFields {
  const text = (name: string) =>
    String(form.get(name) ?? "")
      .replace(/\r\n?/gu, "\n")
      .trim();
  const tasks: TaskFields[] = [];
  for (let index = 0; index < MOST_TASKS && form.has(`t${index}.content`); index++) {
    const texts = Object.fromEntries(TEXTS.map((name) => [name, text(`t${index}.${name}`)]));
    const ticked = (name: string) => form.get(`t${index}.${name}`) === "yes";
    const task = { ...EMPTY_TASK, ...texts, citizen: ticked("citizen"), organisation: ticked("organisation") };
    if (ticked("drop") || (task.content === "" && task.number === "")) continue;
    tasks.push({ ...task, requires_plan: ticked("requires_plan") });
  }
  return { year: text("year"), title: text("title"), source: text("source"), note: text("note"), tasks };
}

/** What the schema calls by another name, or by parts, than the form does. */
const FIELD_OF: Readonly<Record<string, string>> = {
  survey_sector: "sector",
  compiled_before: "compiled",
  respondents: "citizen",
};

/**
 * The plan that the fields describe, or what is wrong by field.
 * @param units keys of units by the names of bodies; a body of another name is a group.
 */
export function planOfFields(
  fields: PlanFields,
  units: ReadonlyMap<string, string | null>,
): { plan: ReformPlan; problems: [] } | { plan: null; problems: FormProblem[] } {
  const bodies = (text: string) => linesOf(text).map((name) => ({ name, unit: units.get(name) ?? null }));
  const draft = {
    ...{ year: numberOf(fields.year), title: fields.title, source: fields.source, note: fields.note },
    tasks: fields.tasks.map((task) => ({
      ...{ number: numberOf(task.number), content: task.content, products: linesOf(task.products) },
      ...{ lead: bodies(task.lead), coordinating: bodies(task.coordinating), deadline: deadlineOf(task) },
      deadline_text: task.deadline_text,
      ...(task.compiled === "" ? {} : { compiled_before: linesOf(task.compiled).map(compilationOf) }),
      ...{ survey_sector: task.sector === "" ? null : task.sector, requires_plan: task.requires_plan },
      respondents: (["citizen", "organisation"] as const).filter((who) => task[who]),
      ...(task.note === "" ? {} : { note: task.note }),
    })),
  };
  const parsed = reformPlanSchema.safeParse(draft);
  if (parsed.success) return { plan: parsed.data, problems: [] };
  const problems = parsed.error.issues.map(({ path, message }) => {
    if (path[0] !== "tasks" || path.length < 3)
      return { field: String(path[0] ?? "title"), message: messageOf(path, message) };
    const part = String(path[2]);
    const inner = part === "deadline" ? String(path[3] ?? "deadline") : (FIELD_OF[part] ?? part);
    return { field: `t${String(path[1])}.${inner}`, message: messageOf(path, message) };
  });
  return {
    plan: null,
    problems: problems.filter(({ field }, at) => problems.findIndex((one) => one.field === field) === at),
  };
}

/** A problem says in which task it is; what the schema itself says in Vietnamese is told as it is. */
function messageOf(path: readonly PropertyKey[], message: string): string {
  const known = /\p{L}/u.test(message) && /[À-ỹ]/u.test(message) ? message : "Chưa ghi hoặc ghi chưa đúng";
  return path[0] === "tasks" && typeof path[1] === "number" ? `Mục thứ ${path[1] + 1}: ${known}` : known;
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function numberOf(text: string): number | null {
  return /^\d{1,4}$/u.test(text) ? Number(text) : null;
}

function deadlineOf({ deadline, month, year, deadline_text }: TaskFields): unknown {
  if (deadline === "continuous") return { kind: "continuous", note: deadline_text.replace(/\.$/u, "") };
  if (deadline === "every-year") return { kind: "every-year", month: numberOf(month) };
  return { kind: "month", year: numberOf(year), month: numberOf(month) };
}

function compilationOf(line: string): unknown {
  const [, day, month, by] = /^(\d{1,2})\/(\d{1,2})\s+(.+)$/u.exec(line) ?? [];
  return { by: by ?? "", month: numberOf(month ?? ""), day: numberOf(day ?? "") };
}
