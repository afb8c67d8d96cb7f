import { useLanguage, useText } from "~/i18n/use-text";
import type { Item, ItemOf } from "~/questionnaires/questionnaire-schema";
import { formatBound } from "~/responses/read-answer";
import { LocalizedText } from "../localized-text";

/** Whether anything is said about how to answer: the author's hint, or what the type of the item calls for. */
export function hasHint(item: Item): boolean {
  if (item.hint || item.type === "text" || item.type === "multiple") return true;
  return item.type === "number" && (item.min !== undefined || item.max !== undefined);
}

export function Hint({ item, id }: { item: Item; id: string | undefined }) {
  const { form } = useText();
  if (!hasHint(item)) return null;
  const introduces = item.hint !== undefined && (item.type === "scale" || item.type === "single");
  return (
    <p className={introduces ? "block" : "hint"} id={id}>
      {item.hint && <LocalizedText value={item.hint} />}
      {item.type === "multiple" && ` ${form.chooseMany}`}
      {item.type === "text" && ` ${item.hint ? "" : form.privacyHint} ${form.characters(item.max_length)}`}
      {item.type === "number" && !item.hint && <Bounds item={item} />}
    </p>
  );
}

function Bounds({ item: { min, max, unit } }: { item: ItemOf<"number"> }) {
  const { form } = useText();
  const language = useLanguage();
  const suffix = unit === undefined ? "" : ` ${unit}`;
  if (min !== undefined && max !== undefined)
    return <>{form.between(formatBound(min, language), formatBound(max, language), suffix)}</>;
  if (min !== undefined) return <>{form.atLeast(formatBound(min, language), suffix)}</>;
  if (max !== undefined) return <>{form.atMost(formatBound(max, language), suffix)}</>;
  return null;
}
