import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { RESULTS_CACHING, requirePublished } from "~/http/require-published.server";
import { textFor } from "~/i18n";
import { formatDay } from "~/i18n/dates";
import { makeOpenData } from "~/reports/open-data.server";

/** Files of the published figures: `data.xlsx`, `data.csv`, `codebook.csv`, `data.json`. */
export async function loader(asked: LoaderFunctionArgs) {
  const { published, withdrawn, frame } = await requirePublished(asked);
  const { results } = textFor(frame.language);
  if (withdrawn) {
    const text = `${results.withdrawnTitle}. ${results.withdrawn(formatDay(withdrawn.withdrawnOn))} ${withdrawn.note}\n`;
    return new Response(text, {
      status: 410,
      headers: { "Content-Type": "text/plain; charset=utf-8", ...RESULTS_CACHING },
    });
  }
  const name = new URL(asked.request.url).pathname.split("/").at(-1) ?? "";
  const file = makeOpenData(published, name, frame.publicUrl);
  if (!file) throw new Response(null, { status: 404 });
  return new Response(createReadableStreamFromReadable(file.body), {
    headers: {
      "Content-Type": file.type,
      "Content-Disposition": `attachment; filename="${file.name}"`,
      Link: `<${frame.publicUrl}/results/${published.head.surveyId}/method>; rel="describedby"`,
      ...RESULTS_CACHING,
    },
  });
}
