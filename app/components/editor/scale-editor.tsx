import { useWords } from "~/i18n/use-words";
import { usersOfScale } from "~/questionnaires/references";
import { ChoiceListEditor } from "./choice-list-editor";
import { CodeField } from "./code-field";
import { useEditor } from "./editor-context";
import { LockNotice } from "./lock-notice";
import { useScaleNames } from "./part-names";
import { useItemNames } from "./use-item-names";

/** One scale: its levels, who is on it, a copy to word differently. */
export function ScaleEditor({ at }: { at: number }) {
  const { document, edit, select, isLocked } = useEditor();
  const t = useWords();
  const name = useScaleNames()[at];
  const names = useItemNames();
  const scale = document.scales[at];
  if (!scale) return null;
  const locked = isLocked("scales", scale.code);
  const users = usersOfScale(document, at).map((position) => names[position]);
  return (
    <>
      <header className="section-header">
        <h2>{t("Thang đo")}</h2>
        <div className="actions editor-actions">
          <button
            type="button"
            className="button button-quiet"
            onClick={() => {
              edit({ kind: "scale.copy", at });
              select({ of: "scales", at: document.scales.length }, "field");
            }}
          >
            {t("Nhân đôi")}
          </button>
          <button
            type="button"
            className="button button-quiet"
            disabled={users.length > 0 || locked}
            onClick={() => {
              edit({ kind: "scale.delete", at });
              select({ of: "form" }, "outline");
            }}
          >
            {t("Xóa")}
          </button>
        </div>
      </header>
      <p>
        {name}
        <span className="sub">
          {users.length > 0
            ? t("Đang dùng ở câu {names}. Sửa thang đo thì tất cả các câu này đổi theo; đang dùng thì chưa xóa được.", {
                names: users.join(", "),
              })
            : t("Chưa câu nào dùng thang đo này.")}
        </span>
      </p>
      {locked && <LockNotice list="scales" code={scale.code} />}
      <fieldset className="editor-fields" disabled={locked}>
        <legend className="visually-hidden">{t("Thang đo")}</legend>
        <ChoiceListEditor of={{ scale: at }} />
        <details className="editor-more">
          <summary>{t("Mã và tùy chọn")}</summary>
          <CodeField list="scales" at={at} />
        </details>
      </fieldset>
    </>
  );
}
