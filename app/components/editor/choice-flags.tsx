import { useWords } from "~/i18n/use-words";
import { entriesOf } from "~/questionnaires/edit-choices";
import type { ChoiceList } from "~/questionnaires/references";
import { useEditor } from "./editor-context";
import { CommittedField, Tick } from "./editor-field";

/** What a level or an option means for the figures; all but satisfaction folded away, with a badge for what is on. */
export function ChoiceFlags({
  of,
  at,
  path,
  entry,
}: {
  of: ChoiceList;
  at: number;
  path: string;
  entry: ReturnType<typeof entriesOf>[number];
}) {
  const { document, edit } = useEditor();
  const t = useWords();
  const flag = (name: "satisfied" | "excluded" | "other" | "counts_as_return") => ({
    path: `${path}.${name}`,
    checked: entry[name],
    onChange: (on: boolean) => edit({ kind: "choice.change", of, at, change: { [name]: on || undefined } }),
  });
  const isScale = "scale" in of;
  const isSingle = "item" in of && document.items[of.item]?.type === "single";
  const on = [
    entry.excluded && t("Không tính vào tỷ lệ"),
    entry.other && t("Có ô để viết thêm"),
    entry.counts_as_return && t("Tính là sẽ quay lại"),
  ].filter((name) => typeof name === "string");
  return (
    <div className="choice-flags">
      {isScale && <Tick {...flag("satisfied")} label={t("Tính là hài lòng")} />}
      <details className="editor-more">
        <summary>
          {t("Mã và tùy chọn")}
          {on.map((name) => (
            <span key={name} className="badge">
              {name}
            </span>
          ))}
        </summary>
        <Tick {...flag("excluded")} label={t("Không tính vào tỷ lệ")} />
        {!isScale && <Tick {...flag("other")} label={t("Có ô để viết thêm")} />}
        {isSingle && <Tick {...flag("counts_as_return")} label={t("Tính là sẽ quay lại")} />}
        <ValueField of={of} at={at} path={`${path}.value`} value={entry.value} />
      </details>
    </div>
  );
}

/** The number that stands for a choice in data files. */
function ValueField({ of, at, path, value }: { of: ChoiceList; at: number; path: string; value: number | null }) {
  const { document, edit } = useEditor();
  const t = useWords();
  const refusal = (typed: string) => {
    if (!/^-?\d{1,6}$/.test(typed.trim())) return t("Nhập một số nguyên.");
    const others = entriesOf(document, of).filter((_, position) => position !== at);
    return others.some((other) => other.value === Number(typed))
      ? t("Mã số {n} đã dùng rồi.", { n: Number(typed) })
      : null;
  };
  return (
    <CommittedField
      key={value}
      path={path}
      label={t("Mã số trong tệp số liệu")}
      value={value === null ? "" : String(value)}
      inputMode="numeric"
      refusal={refusal}
      onCommit={(typed) => edit({ kind: "choice.value", of, at, value: Number(typed) })}
    />
  );
}
