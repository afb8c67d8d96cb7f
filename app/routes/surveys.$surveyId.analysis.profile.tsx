import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { AnalysisPage } from "~/components/office/analysis-page";
import { CrossTable } from "~/components/office/cross-table";
import { NoGroup } from "~/components/office/no-group";
import { NothingTold } from "~/components/office/nothing-told";
import { PooledNote } from "~/components/office/pooled-note";
import { SelectField } from "~/components/office/select-field";
import { requireAnalysis } from "~/http/require-analysis.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { crossedWays, filterFields } from "~/indices/analysis-filter";
import { readCrossChoice } from "~/indices/cross-table";
import { tellsNothing } from "~/indices/tells-nothing";
import { scoredItems } from "~/questionnaires/questionnaire";
import { isStaffForm } from "~/questionnaires/staff-form";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Phân tích: {title}", { title: data?.page.survey.title ?? "" });

/** The overall index or an item by an answer about the respondent; never of a form of staff. */
export async function loader(asked: LoaderFunctionArgs) {
  const { page, results, filter, address, ask } = await requireAnalysis(asked);
  const { questionnaire } = results;
  const { choice, unknown } = readCrossChoice(address, questionnaire);
  return {
    ...{ page, choice, unknown, staff: isStaffForm(questionnaire) },
    items: scoredItems(questionnaire).map(({ code, text }) => ({ code, text: text.vi })),
    rows: choice && results.responses !== 0 ? await ask({ ask: "profile", filter, choice }) : [],
  };
}

export default function AnalysisProfile() {
  const t = useWords();
  const { page, choice, unknown, staff, items, rows } = useLoaderData<typeof loader>();
  const { profiles } = page.choices;
  // The answers that the table stands by are a way of their own.
  const ways = 1 + crossedWays({ ...page.filter, profile: null });
  const more = { by: choice?.by ?? "", item: choice && choice.item !== "*" ? choice.item : "" };
  const item = items.find(({ code }) => code === choice?.item);
  const by = profiles.find(({ code }) => code === choice?.by);
  return (
    <AnalysisPage page={page} title={t("Nhóm người trả lời")} leaves={["profile"]} more={more}>
      {!choice || !by ? (
        <p className="empty-state">
          {staff
            ? t(
                "Phiếu của nhân viên không chia theo người trả lời: trong một đơn vị, mọi người biết nhau nên chia nhỏ sẽ lộ ai trả lời gì.",
              )
            : t("Mẫu phiếu không có câu hỏi về người trả lời để chia nhóm.")}
        </p>
      ) : (
        <>
          <Form method="get" className="filter-form analysis-filter" key={`${choice.by}/${choice.item}`}>
            {filterFields(page.filter).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <SelectField
              name="by"
              label={t("Chia theo")}
              value={choice.by}
              options={profiles.map(({ code, text }) => ({ value: code, label: `${code}. ${text.vi}` }))}
            />
            <SelectField
              name="item"
              label={t("Chỉ số")}
              value={choice.item}
              options={[
                { value: "*", label: t("Chung") },
                ...items.map(({ code, text }) => ({ value: code, label: `${code}. ${text}` })),
              ]}
            />
            <div className="analysis-filter-go">
              <button type="submit" className="button button-quiet">
                {t("Xem")}
              </button>
            </div>
          </Form>
          {unknown && (
            <p className="notice" role="status">
              {t("Địa chỉ nêu một câu hỏi mà mẫu phiếu không có. Chọn lại câu hỏi.")}
            </p>
          )}
          {rows.length === 0 ? (
            <NoGroup page={page} />
          ) : (
            <>
              {tellsNothing(rows) && <NothingTold ways={ways} />}
              <CrossTable
                title={item ? `${item.code}. ${item.text}` : t("Hài lòng chung")}
                by={by.text.vi}
                basis={page.about.survey.basis}
                rows={rows}
              />
              <PooledNote sized={page.about.sized} />
            </>
          )}
        </>
      )}
    </AnalysisPage>
  );
}
