import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { numberParam } from "~/http/params";
import { requireViewer } from "~/http/session.server";
import { findPlan } from "~db/repositories/reform-plans";

/** A year's plan in the form in which the page of plans takes it in. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, planFile(asked));
}

async function planFile({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  await requireViewer(request, context, "see-results");
  const plan = await findPlan(context.database, numberParam(params.year));
  if (!plan) throw new Response("Chưa có kế hoạch năm này.", { status: 404 });
  const type = "application/json; charset=utf-8";
  return attachment(`${JSON.stringify(plan, null, 2)}\n`, { name: `phu-luc-03-${plan.year}.json`, type });
}
