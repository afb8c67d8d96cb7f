import { useWords } from "~/i18n/use-words";
import { isScored, scaleOf, scaleTitle } from "~/questionnaires/questionnaire";
import type { Item, Level, Questionnaire } from "~/questionnaires/questionnaire-schema";

/** All questions of a version as they will be asked, with codes and answers; scored ones under their factor. */
export function QuestionnaireOutline({ questionnaire }: { questionnaire: Questionnaire }) {
  const t = useWords();
  const unscored = questionnaire.items.filter((item) => !isScored(item));
  return (
    <>
      {questionnaire.factors.map((factor) => (
        <section key={factor.code} aria-labelledby={`factor-${factor.code}`}>
          <h2 id={`factor-${factor.code}`}>
            {factor.code}. {factor.title.vi}
          </h2>
          <ItemList
            questionnaire={questionnaire}
            items={questionnaire.items.filter((item) => isScored(item) && item.factor === factor.code)}
          />
        </section>
      ))}
      {unscored.length > 0 && (
        <section aria-labelledby="unscored-heading">
          <h2 id="unscored-heading">{t("Câu hỏi không tính chỉ số")}</h2>
          <ItemList questionnaire={questionnaire} items={unscored} />
        </section>
      )}
      {questionnaire.scales.length > 0 && (
        <section aria-labelledby="scales-heading">
          <h2 id="scales-heading">{t("Thang đo")}</h2>
          {questionnaire.scales.map((scale) => (
            <p key={scale.code}>
              <strong>{scaleTitle(scale)}</strong>
              <span className="sub">{scale.levels.map((level) => levelText(t, level)).join(" · ")}</span>
            </p>
          ))}
        </section>
      )}
    </>
  );
}

type Words = ReturnType<typeof useWords>;

function levelText(t: Words, { value, label, satisfied, excluded }: Level): string {
  const kind = satisfied ? ` ${t("(tính là hài lòng)")}` : excluded ? ` ${t("(không tính vào tỷ lệ)")}` : "";
  return `${value} – ${label.vi}${kind}`;
}

function ItemList({ questionnaire, items }: { questionnaire: Questionnaire; items: readonly Item[] }) {
  const t = useWords();
  return (
    <ul className="outline">
      {items.map((item) => (
        <li key={item.code}>
          <span className="item-code">{item.code}</span> {item.text.vi}
          {item.required && <span className="badge">{t("bắt buộc")}</span>}
          {item.hint && <span className="sub">{item.hint.vi}</span>}
          <span className="sub">{answersOf(t, questionnaire, item)}</span>
        </li>
      ))}
    </ul>
  );
}

function answersOf(t: Words, questionnaire: Questionnaire, item: Item): string {
  switch (item.type) {
    case "scale":
      return isScored(item)
        ? ""
        : scaleOf(questionnaire, item)
            .levels.map((level) => level.label.vi)
            .join(" · ");
    case "single":
      return item.options.map((option) => option.label.vi).join(" · ");
    case "multiple":
      return `${t("Chọn nhiều:")} ${item.options.map((option) => option.label.vi).join(" · ")}`;
    case "number":
      return `${t("Số")}${item.unit ? ` (${item.unit})` : ""}`;
    case "text":
      return t("Ý kiến viết, tối đa {n} ký tự", { n: item.max_length });
  }
}
