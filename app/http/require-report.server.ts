import type { AppLoadContext } from "@remix-run/node";
import type { Action } from "~/access/roles";
import type { Viewer } from "~/access/viewer";
import { type LoadedReport, loadReport } from "~/reports/compose-report.server";
import { numberParam } from "./params";
import { requireViewer } from "./session.server";

/**
 * The report in the address, with its figures, for whoever is signed in and allowed the action.
 * @throws the redirects and the 403 of {@link requireViewer}; 404 when the viewer may not see all of its figures.
 */
export async function requireReport(
  { request, params, context }: { request: Request; params: { reportId?: string }; context: AppLoadContext },
  action: Action,
): Promise<{ viewer: Viewer; loaded: LoadedReport }> {
  const { viewer } = await requireViewer(request, context, action);
  const loaded = await loadReport(context.database, viewer, numberParam(params.reportId));
  if (!loaded) throw new Response("Không có báo cáo này trong phạm vi của tài khoản.", { status: 404 });
  return { viewer, loaded };
}
