import { useText } from "~/i18n/use-text";
import { scaleOf } from "~/questionnaires/questionnaire";
import type { Item, Localized, Questionnaire } from "~/questionnaires/questionnaire-schema";
import { itemAnchor } from "~/responses/form-fields";
import { LocalizedText } from "../localized-text";

interface ConditionProps {
  questionnaire: Questionnaire;
  condition: NonNullable<Item["show_if"]>;
  numbers: ReadonlyMap<string, string>;
}

/** "Chỉ trả lời nếu đã chọn “Cá nhân” ở câu 1": routing in words, since the page hides nothing without scripts. */
export function Condition({ questionnaire, condition, numbers }: ConditionProps) {
  const { form } = useText();
  const source = questionnaire.items.find(({ code }) => code === condition.item);
  const number = numbers.get(condition.item);
  if (!source || number === undefined) return null;
  const labels = labelsOf(questionnaire, source, condition.in);
  // The sentence is put together around its moving parts, which hold elements and not only text.
  const [before, between, after] = form.onlyIf("\u0000", "\u0000").split("\u0000");
  return (
    <>
      {before}
      {labels.map(({ value, label }, index) => (
        <span key={value}>
          {index > 0 && form.or}“<LocalizedText value={label} mark="short" />”
        </span>
      ))}
      {between}
      <a href={`#${itemAnchor(source.code)}`}>{form.question(number)}</a>
      {after}
    </>
  );
}

function labelsOf(
  questionnaire: Questionnaire,
  source: Item,
  wanted: readonly number[],
): { value: number; label: Localized }[] {
  const entries =
    source.type === "scale" ? scaleOf(questionnaire, source).levels : "options" in source ? source.options : [];
  return entries.filter(({ value }) => wanted.includes(value));
}
