import type { Viewer } from "~/access/viewer";
import { unpackAnswers } from "~/questionnaires/packed-layout";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { Database } from "~db/open-database.server";
import { finishBatch, type PaperEntry, resolveEntry } from "~db/repositories/paper";
import {
  type Comparison,
  compareKeyings,
  layoutOf,
  type MismatchRate,
  mismatchRate,
  packed,
  type Resolution,
  resolvedAnswers,
} from "./compare-keyings";
import { answerField } from "./form-fields";
import { type Moment, openBatch, responseOf } from "./key-paper.server";
import { missingOf } from "./paper-batch";
import { readAnswer } from "./read-answer";
import type { FormProblem } from "./read-paper-form";

/** A form keyed twice, with what differs. */
export interface Compared {
  number: number;
  first: PaperEntry;
  second: PaperEntry;
  comparison: Comparison;
}

/** The forms of a bundle that were keyed twice, by number. */
export function comparedForms(questionnaire: Questionnaire, entries: readonly PaperEntry[]): Compared[] {
  const firsts = new Map(entries.filter(({ pass }) => pass === 1).map((entry) => [entry.number, entry]));
  return entries.flatMap((second) => {
    const first = second.pass === 2 ? firsts.get(second.number) : undefined;
    if (!first) return [];
    return [
      { number: second.number, first, second, comparison: compareKeyings(questionnaire, first.packed, second.packed) },
    ];
  });
}

/** How often keyings differ in a bundle, and in the forms that each keyer had a hand in. */
export function ratesOf(compared: readonly Compared[]): {
  whole: MismatchRate;
  keyers: { name: string; rate: MismatchRate }[];
} {
  const byKeyer = new Map<string, Comparison[]>();
  for (const { first, second, comparison } of compared) {
    for (const name of new Set([first.enteredByName ?? "—", second.enteredByName ?? "—"])) {
      byKeyer.set(name, [...(byKeyer.get(name) ?? []), comparison]);
    }
  }
  const keyers = [...byKeyer].map(([name, comparisons]) => ({ name, rate: mismatchRate(comparisons) }));
  return { whole: mismatchRate(compared.map(({ comparison }) => comparison)), keyers };
}

type Done = { ok: true } | { ok: false; problems: FormProblem[] };

/**
 * Decides from the paper what stands where two keyings differ: for each question `take.<field>` is `first`, `second` or
 * `other` with the value in `<field>`; where one keying has the form as not valid, `take.form` decides. Null where the
 * viewer sees no such bundle.
 */
export async function resolveForm(
  database: Database,
  viewer: Viewer,
  place: { surveyId: number; batchId: number; number: number },
  values: ReadonlyMap<string, string>,
  moment: Moment,
): Promise<Done | null> {
  const opened = await openBatch(database, viewer, place, moment.today);
  if (!opened) return null;
  const { batch, questionnaire, entries } = opened;
  if (batch.survey.status === "finalised") {
    return {
      ok: false,
      problems: [{ field: "form", message: "Đợt khảo sát đã chốt số liệu, không sửa phiếu được nữa." }],
    };
  }
  const form = comparedForms(questionnaire, entries).find(({ number }) => number === place.number);
  if (!form || form.second.resolvedAt !== null) {
    return { ok: false, problems: [{ field: "form", message: "Phiếu này không còn chờ đối chiếu." }] };
  }
  const decided = decide(questionnaire, form, values);
  if (!decided.ok) return decided;
  const stands = decided.packed;
  const differing = form.comparison.validityDiffers ? 1 : form.comparison.mismatches.length;
  const answers = unpackAnswers(layoutOf(questionnaire), stands ?? form.first.packed ?? form.second.packed ?? "");
  const response = responseOf(batch, questionnaire, { answers, texts: {} }, moment);
  const done = await resolveEntry(
    database,
    viewer,
    { ...place, packed: stands },
    { response, differing, at: moment.now },
  );
  if (done) return { ok: true };
  return { ok: false, problems: [{ field: "form", message: "Phiếu này không còn chờ đối chiếu." }] };
}

type Decided = { ok: true; packed: string | null } | { ok: false; problems: FormProblem[] };

function decide(
  questionnaire: Questionnaire,
  { first, second, comparison }: Compared,
  values: ReadonlyMap<string, string>,
): Decided {
  if (comparison.validityDiffers || first.packed === null || second.packed === null) {
    const take = values.get("take.form");
    if (take === "first") return { ok: true, packed: first.packed };
    if (take === "second") return { ok: true, packed: second.packed };
    return { ok: false, problems: [{ field: "take.form", message: "Chọn theo lần một hay lần hai." }] };
  }
  const problems: FormProblem[] = [];
  const decided = new Map<string, Resolution>();
  for (const { item } of comparison.mismatches) {
    const field = answerField(item.code);
    const take = values.get(`take.${field}`);
    if (take === "first" || take === "second") decided.set(item.code, { take });
    else if (take === "other") {
      const typed = (values.get(field) ?? "").trim();
      const read = readAnswer(questionnaire, item, item.type === "multiple" ? typed.split(/[\s,;]+/u) : [typed]);
      if ("problem" in read) problems.push({ field, message: `${item.code}: ${read.message.vi}` });
      else decided.set(item.code, { take: "other", answer: read.answer });
    } else problems.push({ field: `take.${field}`, message: `${item.code}: chọn lần một, lần hai hay giá trị khác.` });
  }
  if (problems.length > 0) return { ok: false, problems };
  const answers = resolvedAnswers(questionnaire, { first: first.packed, second: second.packed }, decided);
  return { ok: true, packed: packed(questionnaire, answers) };
}

/** Finishes a bundle that lacks nothing. Null where the viewer sees no such bundle. */
export async function completeBatch(
  database: Database,
  viewer: Viewer,
  place: { surveyId: number; batchId: number },
  { now, today }: Moment,
): Promise<Done | null> {
  const opened = await openBatch(database, viewer, place, today);
  if (!opened) return null;
  const { questionnaire, entries, progress } = opened;
  const missing = missingOf(progress);
  if (missing.length > 0) return { ok: false, problems: missing.map((message) => ({ field: "finish", message })) };
  const { compared, differing } = ratesOf(comparedForms(questionnaire, entries)).whole;
  const detail = { keyed: progress.keyed, valid: progress.valid, compared, differing };
  const done = await finishBatch(database, viewer, place, { detail, at: now });
  return done
    ? { ok: true }
    : { ok: false, problems: [{ field: "finish", message: "Lô phiếu đã hoàn thành trước đó." }] };
}
