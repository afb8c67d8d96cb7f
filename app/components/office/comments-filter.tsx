import { Form, Link } from "@remix-run/react";
import type { CommentsRequest } from "~/comments/comments-request";
import type { SurveyComments } from "~/comments/survey-comments";
import { useWords } from "~/i18n/use-words";
import { CarriedFields } from "./carried-fields";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

/** Narrows comments by unit, question and words, through the address, so that it needs no script. */
export function CommentsFilter({
  comments: { units, unit, questions },
  request: { question, search },
}: {
  comments: SurveyComments;
  request: CommentsRequest;
}) {
  const t = useWords();
  return (
    // Keyed by what it shows, or the browser would keep the old choices after "Bỏ lọc".
    <Form method="get" className="filter-form analysis-filter" key={[unit?.key, question, search].join("/")}>
      <CarriedFields own={units.length > 1 ? ["unit"] : []} />
      {units.length > 1 && (
        <SelectField
          name="unit"
          label={t("Đơn vị")}
          placeholder={t("Tất cả")}
          value={unit?.key ?? ""}
          options={units.map(({ key, name, place, depth }) => ({
            value: key,
            label: `${"\u2003".repeat(depth)}${name}${place && depth === 0 ? ` (${place})` : ""}`,
          }))}
        />
      )}
      {questions.length > 1 && (
        <SelectField
          name="question"
          label={t("Câu hỏi")}
          placeholder={t("Tất cả")}
          value={question}
          options={questions.map(({ field, code, title }) => ({ value: field, label: `${code}. ${title}` }))}
        />
      )}
      <TextField name="q" type="search" label={t("Tìm chữ (không cần dấu)")} value={search} />
      <div className="analysis-filter-go">
        <button type="submit" className="button button-quiet">
          {t("Xem")}
        </button>
        {(unit || question || search) && <Link to="?">{t("Bỏ lọc")}</Link>}
      </div>
    </Form>
  );
}
