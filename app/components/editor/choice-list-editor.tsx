import { useWords } from "~/i18n/use-words";
import { entriesOf } from "~/questionnaires/edit-choices";
import { type ChoiceList, dependentsOfValue } from "~/questionnaires/references";
import { ChoiceFlags } from "./choice-flags";
import { useEditor } from "./editor-context";
import { TextPair } from "./editor-field";
import { fieldId } from "./parts";
import { useItemNames } from "./use-item-names";

/** The JSON path of the entries of a list. */
function pathOf(of: ChoiceList): string {
  return "item" in of ? `$.items[${of.item}].options` : `$.scales[${of.scale}].levels`;
}

/** The options of an item or the levels of a scale: words first, flags and values behind them. */
export function ChoiceListEditor({ of }: { of: ChoiceList }) {
  const { document, edit, announce } = useEditor();
  const t = useWords();
  const names = useItemNames();
  const entries = entriesOf(document, of);
  const isScale = "scale" in of;
  const heading = isScale ? t("Các mức") : t("Các lựa chọn");
  const path = pathOf(of);
  const focusEntry = (at: number) =>
    // After the list stands as it will.
    setTimeout(() =>
      window.document
        .getElementById(fieldId(`${path}[${at}]`))
        ?.querySelector("input")
        ?.focus(),
    );
  const move = (from: number, to: number) => {
    edit({ kind: "choice.move", of, from, to });
    announce(t("Đã chuyển tới vị trí {n}.", { n: to + 1 }));
  };
  const remove = (at: number) => {
    const dependents = dependentsOfValue(document, of, entries[at]?.value ?? null).map(
      (position) => names[position] ?? "",
    );
    const question = t("Điều kiện hiện của câu {names} dùng lựa chọn này và sẽ bỏ nó. Vẫn xóa?", {
      names: dependents.join(", "),
    });
    if (dependents.length > 0 && !window.confirm(question)) return;
    edit({ kind: "choice.delete", of, at });
    announce(t("Đã xóa lựa chọn {n}.", { n: at + 1 }));
    focusEntry(Math.max(0, at - 1));
  };
  return (
    <fieldset className="choice-list" id={fieldId(path)} tabIndex={-1}>
      <legend className="legend">{heading}</legend>
      <ol>
        {entries.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other name while they are being written
          <li key={at} id={fieldId(`${path}[${at}]`)}>
            <TextPair
              path={`${path}[${at}].label`}
              label={isScale ? t("Mức {n}", { n: at + 1 }) : t("Lựa chọn {n}", { n: at + 1 })}
              value={entry.label}
              lines={1}
              onChange={(label, typing) => edit({ kind: "choice.change", of, at, change: { label } }, typing)}
            />
            <div className="actions choice-actions">
              <button
                type="button"
                className="button button-quiet"
                disabled={at === 0}
                aria-label={t("Đưa lựa chọn {n} lên", { n: at + 1 })}
                onClick={() => move(at, at - 1)}
              >
                {t("Lên")}
              </button>
              <button
                type="button"
                className="button button-quiet"
                disabled={at === entries.length - 1}
                aria-label={t("Đưa lựa chọn {n} xuống", { n: at + 1 })}
                onClick={() => move(at, at + 1)}
              >
                {t("Xuống")}
              </button>
              <button
                type="button"
                className="button button-quiet"
                aria-label={t("Xóa lựa chọn {n}", { n: at + 1 })}
                onClick={() => remove(at)}
              >
                {t("Xóa")}
              </button>
            </div>
            <ChoiceFlags of={of} at={at} path={`${path}[${at}]`} entry={entry} />
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="button button-quiet"
        onClick={() => {
          edit({ kind: "choice.add", of });
          focusEntry(entries.length);
        }}
      >
        {isScale ? t("Thêm mức") : t("Thêm lựa chọn")}
      </button>
    </fieldset>
  );
}
