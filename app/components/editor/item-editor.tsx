import { useWords } from "~/i18n/use-words";
import type { DraftItem } from "~/questionnaires/draft-document";
import { placeInFactor } from "~/questionnaires/edit-items";
import { dependentsOf } from "~/questionnaires/references";
import { ChoiceListEditor } from "./choice-list-editor";
import { CodeField } from "./code-field";
import { ConditionEditor } from "./condition-editor";
import { useEditor } from "./editor-context";
import { EditorField, TextPair, Tick } from "./editor-field";
import { ItemActions } from "./item-actions";
import { LockNotice } from "./lock-notice";
import { NumberField } from "./number-field";
import { partTitle, useScaleNames } from "./part-names";
import { TYPE_NAMES } from "./type-names";
import { useItemNames } from "./use-item-names";

/** One question with all that belongs to it. */
export function ItemEditor({ at }: { at: number }) {
  const { document, edit, isLocked, select, announce } = useEditor();
  const t = useWords();
  const name = useItemNames()[at] ?? "";
  const item = document.items[at];
  if (!item) return null;
  const path = `$.items[${at}]`;
  const locked = isLocked("items", item.code);
  const changeType = (type: DraftItem["type"]) => {
    const routed = dependentsOf(document, at).length > 0 && (type === "number" || type === "text");
    if (
      routed &&
      !window.confirm(t("Có câu chỉ hiện theo trả lời của câu này; các câu đó sẽ luôn hiện. Vẫn đổi kiểu trả lời?"))
    )
      return;
    edit({ kind: "item.type", at, type });
  };
  const changeFactor = (factor: string | undefined) => {
    edit({ kind: "item.factor", at, factor });
    const to = placeInFactor(document, at, factor);
    select({ of: "items", at: to });
    if (to !== at) announce(t("Câu đã chuyển xuống vị trí {n}", { n: to + 1 }));
  };
  return (
    <>
      <header className="section-header">
        <h2>{t("Câu {name}", { name })}</h2>
        <ItemActions at={at} locked={locked} />
      </header>
      {locked && <LockNotice list="items" code={item.code} />}
      <fieldset className="editor-fields" disabled={locked}>
        <legend className="visually-hidden">{t("Nội dung câu hỏi")}</legend>
        <TextPair
          path={`${path}.text`}
          label={t("Câu hỏi")}
          value={item.text}
          onChange={(text, typing) => edit({ kind: "item.change", at, change: { text } }, typing)}
        />
        <div className="field-row">
          <EditorField path={`${path}.type`} label={t("Kiểu trả lời")}>
            {(control) => (
              <select
                {...control}
                value={item.type}
                onChange={({ target }) => changeType(target.value as DraftItem["type"])}
              >
                {TYPE_NAMES.map(([type, name]) => (
                  <option key={type} value={type}>
                    {t(name)}
                  </option>
                ))}
              </select>
            )}
          </EditorField>
          {item.type === "scale" && <FactorField item={item} path={path} onChange={changeFactor} />}
        </div>
        {item.type === "scale" && <ScaleField item={item} at={at} path={path} />}
        {(item.type === "single" || item.type === "multiple") && <ChoiceListEditor of={{ item: at }} />}
        {item.type === "number" && <NumberParts item={item} at={at} path={path} />}
        {item.type === "text" && (
          <NumberField
            path={`${path}.max_length`}
            label={t("Số ký tự nhiều nhất")}
            value={item.max_length ?? null}
            placeholder="2000"
            onChange={(max_length, typing) =>
              edit({ kind: "item.change", at, change: { max_length: max_length ?? undefined } }, typing)
            }
          />
        )}
        <Tick
          path={`${path}.required`}
          label={t("Bắt buộc trả lời")}
          checked={item.required}
          onChange={(required) => edit({ kind: "item.change", at, change: { required: required || undefined } })}
        />
        <TextPair
          path={`${path}.hint`}
          label={t("Giải thích thêm dưới câu hỏi (không bắt buộc)")}
          value={item.hint}
          lines={1}
          onChange={(hint, typing) =>
            edit({ kind: "item.change", at, change: { hint: hint.vi || hint.en ? hint : undefined } }, typing)
          }
        />
        <ConditionEditor at={at} />
        <details className="editor-more">
          <summary>{t("Mã và tùy chọn")}</summary>
          <CodeField list="items" at={at} />
          <Tick
            path={`${path}.profile`}
            label={t("Câu về người trả lời (tuổi, giới tính, nghề nghiệp…)")}
            checked={item.profile}
            onChange={(profile) => edit({ kind: "item.change", at, change: { profile: profile || undefined } })}
          />
          {item.type === "scale" && (
            <Tick
              path={`${path}.reverse`}
              label={t("Câu hỏi ngược: mức cao nghĩa là không tốt")}
              hint={t("Khi tính chỉ số, các mức được lật lại.")}
              checked={item.reverse}
              onChange={(reverse) => edit({ kind: "item.change", at, change: { reverse: reverse || undefined } })}
            />
          )}
        </details>
      </fieldset>
    </>
  );
}

function FactorField({
  item,
  path,
  onChange,
}: {
  item: DraftItem;
  path: string;
  onChange: (factor: string | undefined) => void;
}) {
  const { document } = useEditor();
  const t = useWords();
  return (
    <EditorField path={`${path}.factor`} label={t("Thuộc yếu tố")}>
      {(control) => (
        <select {...control} value={item.factor ?? ""} onChange={({ target }) => onChange(target.value || undefined)}>
          <option value="">{t("Không tính vào chỉ số")}</option>
          {document.factors.map((factor) => (
            <option key={factor.code} value={factor.code}>
              {partTitle(factor)}
            </option>
          ))}
        </select>
      )}
    </EditorField>
  );
}

function ScaleField({ item, at, path }: { item: DraftItem; at: number; path: string }) {
  const { document, edit, select } = useEditor();
  const t = useWords();
  const names = useScaleNames();
  const position = document.scales.findIndex(({ code }) => code === item.scale);
  const levels = document.scales[position]?.levels ?? [];
  return (
    <div className="scale-field">
      <EditorField path={`${path}.scale`} label={t("Thang đo")}>
        {(control) => (
          <select
            {...control}
            value={position === -1 ? "" : item.scale}
            onChange={({ target }) => edit({ kind: "item.scale", at, scale: target.value })}
          >
            {position === -1 && <option value="">{t("Chọn thang đo…")}</option>}
            {document.scales.map((scale, index) => (
              <option key={scale.code} value={scale.code}>
                {names[index]}
              </option>
            ))}
          </select>
        )}
      </EditorField>
      <p className="hint">{levels.map(({ label }) => label.vi || "…").join(" · ")}</p>
      <div className="actions">
        {position !== -1 && (
          <button
            type="button"
            className="button button-quiet"
            onClick={() => select({ of: "scales", at: position }, "field")}
          >
            {t("Xem và sửa thang đo này")}
          </button>
        )}
        {position !== -1 && (
          <button
            type="button"
            className="button button-quiet"
            onClick={() => {
              edit({ kind: "scale.copy", at: position, forItem: at });
              select({ of: "scales", at: document.scales.length }, "field");
            }}
          >
            {t("Dùng bản sao riêng của thang đo")}
          </button>
        )}
      </div>
    </div>
  );
}

function NumberParts({ item, at, path }: { item: DraftItem; at: number; path: string }) {
  const { edit } = useEditor();
  const t = useWords();
  return (
    <div className="field-row">
      <NumberField
        path={`${path}.min`}
        label={t("Nhỏ nhất")}
        value={item.min ?? null}
        onChange={(min, typing) => edit({ kind: "item.change", at, change: { min: min ?? undefined } }, typing)}
      />
      <NumberField
        path={`${path}.max`}
        label={t("Lớn nhất")}
        value={item.max ?? null}
        onChange={(max, typing) => edit({ kind: "item.change", at, change: { max: max ?? undefined } }, typing)}
      />
      <EditorField path={`${path}.unit`} label={t("Đơn vị tính")}>
        {(control) => (
          <input
            {...control}
            value={item.unit ?? ""}
            onChange={({ target }) =>
              edit({ kind: "item.change", at, change: { unit: target.value || undefined } }, `${path}.unit`)
            }
          />
        )}
      </EditorField>
    </div>
  );
}
