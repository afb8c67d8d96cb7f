import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { requireViewer, todayOf } from "~/http/session.server";
import { unitListTable } from "~/reports/tables/unit-list-table";
import { writeTableCsv } from "~/reports/write-csv";
import { listUnits } from "~db/repositories/units";

/** The units in the viewer's scope as they stand on a day, for Excel and for files of responses. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, unitList(asked));
}

async function unitList({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = await requireViewer(request, context);
  const on = z.iso.date().safeParse(new URL(request.url).searchParams.get("on")).data ?? todayOf(context);
  const table = unitListTable(await listUnits(context.database, viewer, { on }), on);
  return attachment(writeTableCsv(table), { name: `don-vi-${on}.csv`, type: "text/csv; charset=utf-8" });
}
