import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { Item } from "~/questionnaires/questionnaire-schema";
import { formatBound } from "~/responses/read-answer";

/** Which numbers a question takes, where it says so. */
export function NumberRange({ item }: { item: Item }) {
  const t = useWords();
  const language = useLanguage();
  if (item.type !== "number") return null;
  const [min, max] = [item.min, item.max].map((bound) => bound !== undefined && formatBound(bound, language));
  if (min && max) return t("Nhận số từ {min} đến {max}.", { min, max });
  if (min) return t("Nhận số từ {min} trở lên.", { min });
  return max ? t("Nhận số không quá {max}.", { max }) : null;
}
