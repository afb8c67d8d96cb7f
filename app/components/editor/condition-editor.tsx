import { useWords } from "~/i18n/use-words";
import { shortened } from "~/questionnaires/condition-parts";
import { nameOfItem } from "~/questionnaires/item-numbers";
import { choicesOf, earlierItem } from "~/questionnaires/references";
import { useEditor } from "./editor-context";
import { EditorField, Tick } from "./editor-field";
import { useItemNames } from "./use-item-names";

/** When an item is asked: always, or only after certain answers to an earlier one, ticked in words. */
export function ConditionEditor({ at }: { at: number }) {
  const { document, edit } = useEditor();
  const t = useWords();
  const names = useItemNames();
  const item = document.items[at];
  if (!item) return null;
  const path = `$.items[${at}].show_if`;
  const earlier = document.items
    .slice(0, at)
    .map((one, position) => ({ one, position }))
    .filter(({ one }) => one.code !== "" && choicesOf(document, one).length > 0);
  const condition = item.show_if;
  const source = condition && earlierItem(document, condition.item, at);
  const choices = source ? choicesOf(document, source) : [];
  const choose = (code: string) => {
    const chosen = earlierItem(document, code, at);
    const [first] = chosen ? choicesOf(document, chosen) : [];
    const show_if = first?.value === undefined || first.value === null ? undefined : { item: code, in: [first.value] };
    edit({ kind: "item.change", at, change: { show_if } });
  };
  const tick = (value: number, on: boolean) => {
    if (!condition) return;
    const ticked = on ? [...condition.in, value] : condition.in.filter((one) => one !== value);
    const inOrder = choices.flatMap((choice) =>
      choice.value !== null && ticked.includes(choice.value) ? [choice.value] : [],
    );
    if (inOrder.length > 0) edit({ kind: "item.change", at, change: { show_if: { ...condition, in: inOrder } } });
  };
  return (
    <div className="condition">
      <EditorField path={`${path}.item`} label={t("Khi nào hỏi câu này")}>
        {(control) => (
          <select {...control} value={condition?.item ?? ""} onChange={({ target }) => choose(target.value)}>
            <option value="">{t("Luôn hỏi")}</option>
            {condition && !source && (
              <option value={condition.item}>
                {t("Theo câu {name} (không có ở phía trước)", { name: nameOfItem(document.items, condition.item) })}
              </option>
            )}
            {earlier.map(({ one, position }) => (
              <option key={position} value={one.code}>
                {t("Tùy trả lời ở câu {name}: {text}", { name: names[position] ?? "", text: shortened(one.text.vi) })}
              </option>
            ))}
          </select>
        )}
      </EditorField>
      {condition && source && (
        <fieldset className="condition-values">
          <legend>{t("Chỉ hỏi khi đã chọn một trong các trả lời")}</legend>
          {choices.map(({ value, label }, position) => (
            <Tick
              // biome-ignore lint/suspicious/noArrayIndexKey: values may be missing while one is writing
              key={position}
              path={`${path}.in.${position}`}
              label={label.vi || t("(chưa có chữ)")}
              checked={value !== null && condition.in.includes(value)}
              onChange={(on) => value !== null && tick(value, on)}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}
