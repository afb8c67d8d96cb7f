import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { requireSurvey } from "~/http/require-survey.server";
import { monitoredUnitsTable, monitorTables } from "~/reports/monitor-tables";
import { writeTableCsv } from "~/reports/write-csv";
import { writeTablesXlsx } from "~/reports/write-xlsx.server";
import { loadMonitor } from "~/surveys/load-monitor.server";
import { recordActivity } from "~db/repositories/activities";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The monitor as files: `units.csv` and `fieldwork.xlsx`, of the same figures as the screen. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, monitorFile(asked));
}

async function monitorFile(asked: LoaderFunctionArgs): Promise<Response> {
  const { viewer, survey, today } = await requireSurvey(asked, "monitor-fieldwork");
  const { database, settings, now } = asked.context;
  const { file } = asked.params;
  if (file !== "units.csv" && file !== "fieldwork.xlsx") throw new Response("Không có tệp này.", { status: 404 });
  const monitor = await loadMonitor(database, viewer, { survey, today, settings });
  const detail = { file: `monitor/${file}` };
  await recordActivity(database, {
    ...{ at: now(), accountId: viewer.accountId, kind: "file.take", surveyId: survey.id, detail },
  });
  const name = `thu-phieu-dot-${survey.id}-${today}`;
  if (file === "units.csv")
    return attachment(writeTableCsv(monitoredUnitsTable(monitor)), {
      name: `${name}.csv`,
      type: "text/csv; charset=utf-8",
    });
  const origin = { day: today, author: survey.ownerName, simulated: survey.simulated };
  return attachment(await writeTablesXlsx(monitorTables(monitor), origin), { name: `${name}.xlsx`, type: XLSX });
}
