import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { AnalysisPage } from "~/components/office/analysis-page";
import { DriverResults } from "~/components/office/driver-results";
import { GroupNote } from "~/components/office/group-note";
import { NoGroup } from "~/components/office/no-group";
import { ReliabilityTable } from "~/components/office/reliability-table";
import { SelectField } from "~/components/office/select-field";
import { requireAnalysis } from "~/http/require-analysis.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { crossedWays, filterFields } from "~/indices/analysis-filter";
import { outcomeItems } from "~/indices/outcome-items";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Phân tích: {title}", { title: data?.page.survey.title ?? "" });

/** What overall satisfaction goes with, and whether the items of each factor go together. */
export async function loader(asked: LoaderFunctionArgs) {
  const { page, results, filter, address, ask } = await requireAnalysis(asked);
  const outcomes = outcomeItems(results.questionnaire);
  const outcome = outcomes.find(({ code }) => code === address.get("outcome")) ?? outcomes[0];
  return {
    ...{ page, ...(await ask({ ask: "drivers", filter, outcome: outcome?.code ?? null })) },
    outcomes: outcomes.map(({ code, text }) => ({ code, text: text.vi })),
    outcome: outcome ? { code: outcome.code, text: outcome.text.vi } : null,
  };
}

export default function AnalysisDrivers() {
  const t = useWords();
  const { page, persons, leftOut, outcomes, outcome, drivers, reliability } = useLoaderData<typeof loader>();
  const more = { outcome: outcomes.length > 1 && outcome ? outcome.code : "" };
  return (
    <AnalysisPage page={page} title={t("Yếu tố quan trọng")} more={more}>
      {persons === 0 ? (
        <NoGroup page={page} />
      ) : (
        <>
          <GroupNote persons={persons} leftOut={leftOut} ways={crossedWays(page.filter)} />
          {outcomes.length > 1 && (
            <Form method="get" className="filter-form" key={outcome?.code}>
              {filterFields(page.filter).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <SelectField
                name="outcome"
                label={t("Câu về sự hài lòng chung")}
                value={outcome?.code}
                options={outcomes.map(({ code, text }) => ({ value: code, label: `${code}. ${text}` }))}
              />
              <button type="submit" className="button button-quiet">
                {t("Xem")}
              </button>
            </Form>
          )}
          {persons !== null && drivers && outcome && <DriverResults drivers={drivers} outcome={outcome} />}
          {!outcome && (
            <p className="empty-state">
              {t(
                "Mẫu phiếu không có câu nào hỏi về sự hài lòng chung ngoài các yếu tố, nên không tính được yếu tố nào tác động nhiều. Lấy chỉ số chung thay vào thì các yếu tố chỉ giải thích chính chúng.",
              )}
            </p>
          )}
          {persons !== null && <ReliabilityTable factors={reliability} />}
        </>
      )}
    </AnalysisPage>
  );
}
