import { type ActionFunctionArgs, json } from "@remix-run/node";
import { fieldsOf, noBatch, requirePaper } from "~/http/paper-request.server";
import { keyForm } from "~/responses/key-paper.server";

/** Stores a form that the entry screen keyed, and says what became of it. */
export async function action(asked: ActionFunctionArgs) {
  const { viewer, place, moment } = await requirePaper(asked);
  const fields = await fieldsOf(asked.request);
  const own = new Map(fields);
  const form = {
    number: Number(own.get("paper.number")),
    pass: own.get("paper.pass") === "2" ? (2 as const) : (1 as const),
    fields,
  };
  const keyed = await keyForm(asked.context.database, viewer, place, form, moment);
  if (!keyed) throw noBatch();
  const problems = keyed.outcome === "refused" ? keyed.problems : [];
  return json({ outcome: keyed.outcome, problems }, { status: keyed.outcome === "refused" ? 422 : 200 });
}
