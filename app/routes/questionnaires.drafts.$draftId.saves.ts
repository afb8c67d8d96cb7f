import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { numberParam } from "~/http/params";
import { requireViewer } from "~/http/session.server";
import { formatMoment } from "~/i18n/dates";
import type { KeptSave, SaveAnswer } from "~/questionnaires/save-answer";
import { draftOf, saveApart, saveEdited } from "~/questionnaires/save-edited.server";
import { listRevisions, readRevision } from "~db/repositories/questionnaire-drafts";

const STATUS: Readonly<Record<SaveAnswer["outcome"], number>> = {
  saved: 200,
  apart: 201,
  conflict: 409,
  missing: 404,
  refused: 422,
};

/** For the editor, as JSON: the states that are kept of a draft, or one of them (`?revision=3`). */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-questionnaires");
  const draftId = numberParam(params.draftId);
  const wanted = new URL(request.url).searchParams.get("revision");
  if (wanted !== null) {
    const document = await readRevision(context.database, viewer, { draftId, revision: numberParam(wanted) });
    if (document === null) throw new Response("Không có lần lưu này.", { status: 404 });
    return Response.json(draftOf(document));
  }
  const saves = await listRevisions(context.database, viewer, draftId);
  const { timeZone } = context.settings;
  return Response.json(
    saves.map(({ at, ...save }): KeptSave => ({ ...save, at: formatMoment(new Date(at), timeZone) })),
  );
}

/** Saves what the editor holds, or keeps it as a draft of its own. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-questionnaires");
  const form = await request.formData();
  const change = {
    draftId: numberParam(params.draftId),
    document: String(form.get("document") ?? ""),
    revision: Number(form.get("revision")),
    now: context.now(),
    timeZone: context.settings.timeZone,
  };
  const save = form.get("intent") === "apart" ? saveApart : saveEdited;
  const answer = await save(context.database, viewer, change);
  return Response.json(answer, { status: STATUS[answer.outcome] });
}
