import { useWords } from "~/i18n/use-words";
import { conditionParts } from "~/questionnaires/condition-parts";
import { itemNames } from "~/questionnaires/item-numbers";
import { isScored, scaleOf, scaleTitle } from "~/questionnaires/questionnaire";
import type { Item, Level, Questionnaire } from "~/questionnaires/questionnaire-schema";
import { type Section, sectionsOf } from "~/questionnaires/sections";

/** All questions of a version in the order and with the numbers of the form, with codes, answers and conditions. */
export function QuestionnaireOutline({ questionnaire }: { questionnaire: Questionnaire }) {
  const t = useWords();
  const names = new Map(itemNames(questionnaire.items).map((name, at) => [questionnaire.items[at]?.code, name]));
  return (
    <>
      {sectionsOf(questionnaire).map((section, index) => (
        <section key={section.items[0]?.code} aria-labelledby={`section-${index}`}>
          <h2 id={`section-${index}`}>{headingOf(t, section)}</h2>
          <ul className="outline">
            {section.items.map((item) => (
              <OutlineItem
                key={item.code}
                questionnaire={questionnaire}
                item={item}
                name={names.get(item.code) ?? item.code}
              />
            ))}
          </ul>
        </section>
      ))}
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

function headingOf(t: Words, { title, items: [first] }: Section): string {
  if (typeof title !== "string") return first && isScored(first) ? `${first.factor}. ${title.vi}` : title.vi;
  return title === "profile" ? t("Về người trả lời") : t("Câu hỏi không tính chỉ số");
}

function levelText(t: Words, { value, label, satisfied, excluded }: Level): string {
  const kind = satisfied ? ` ${t("(tính là hài lòng)")}` : excluded ? ` ${t("(không tính vào tỷ lệ)")}` : "";
  return `${value} – ${label.vi}${kind}`;
}

function OutlineItem({ questionnaire, item, name }: { questionnaire: Questionnaire; item: Item; name: string }) {
  const t = useWords();
  const condition = conditionParts(questionnaire, item.show_if);
  return (
    <li>
      <span className="item-code">{name}</span> {item.text.vi}
      {item.required && <span className="badge">{t("bắt buộc")}</span>}
      {condition && (
        <span className="sub item-condition">
          {t("Chỉ hỏi khi câu {name} «{text}» là: {answers}", { ...condition })}
        </span>
      )}
      {item.hint && <span className="sub">{item.hint.vi}</span>}
      <span className="sub">{answersOf(t, questionnaire, item)}</span>
    </li>
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
