import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SurveyHeader } from "~/components/office/survey-header";
import { TrendFilter } from "~/components/office/trend-filter";
import { TrendItems } from "~/components/office/trend-items";
import { TrendSeries } from "~/components/office/trend-series";
import { requireSurvey } from "~/http/require-survey.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { loadTrend } from "~/indices/load-trend.server";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "So với các đợt trước: {title}", { title: data?.survey.title ?? "" });

/** `with`: earlier surveys by number, all that can be compared where the form was not sent; `unit`: key of a unit. */
const addressSchema = z.object({
  with: z.array(z.coerce.number().int().positive()).catch([]),
  unit: z.string().max(100).catch(""),
});

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "see-results");
  const { searchParams } = new URL(asked.request.url);
  const address = addressSchema.parse({ with: searchParams.getAll("with"), unit: searchParams.get("unit") ?? "" });
  const { database, settings } = asked.context;
  const trend = await loadTrend(database, {
    ...{ viewer, surveyId: survey.id, today, minimums: settings.minimums },
    ...{ timeZone: settings.timeZone, province: settings.province },
    with: searchParams.has("chosen") || searchParams.has("with") ? address.with : null,
    unit: address.unit === "" ? null : address.unit,
  });
  if (!trend) throw new Response("Không có đơn vị này.", { status: 404 });
  return { survey, today, tabs, trend };
}

export default function SurveyTrend() {
  const t = useWords();
  const { survey, today, tabs, trend } = useLoaderData<typeof loader>();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("So với các đợt trước")} />
      <TrendFilter trend={trend} />
      {trend.points.length > 1 ? (
        <>
          <TrendSeries trend={trend} />
          <TrendItems trend={trend} />
        </>
      ) : (
        <p className="notice">
          {trend.choices.length > 0
            ? t("Chưa chọn đợt nào để so sánh. Đánh dấu ít nhất một đợt trước.")
            : t(
                "Chưa có đợt nào trước đợt này dùng mẫu phiếu nối được với mẫu của đợt này. Hai phiên bản nối với nhau khi công bố: người công bố xác nhận từng câu là câu nào của phiên bản trước.",
              )}
        </p>
      )}
    </>
  );
}
