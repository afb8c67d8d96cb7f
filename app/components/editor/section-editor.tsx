import { useWords } from "~/i18n/use-words";
import type { SectionList } from "~/questionnaires/edit-document";
import { CodeField } from "./code-field";
import { useEditor } from "./editor-context";
import { EditorField, TextPair } from "./editor-field";
import { LockNotice } from "./lock-notice";
import { partTitle } from "./part-names";

/** A domain or a factor: its title and place. Questions stay when it goes. */
export function SectionEditor({ list, at }: { list: SectionList; at: number }) {
  const { document, edit, select, announce, isLocked } = useEditor();
  const t = useWords();
  const part = document[list][at];
  if (!part) return null;
  const isFactor = list === "factors";
  const path = `$.${list}[${at}]`;
  const locked = isLocked(list, part.code);
  const move = (to: number) => {
    edit({ kind: "section.move", list, from: at, to });
    select({ of: list, at: to });
    announce(t("Đã chuyển tới vị trí {n}.", { n: to + 1 }));
  };
  const remove = () => {
    const question = isFactor
      ? t("Xóa yếu tố này? Các câu hỏi trong đó vẫn còn nhưng không tính vào chỉ số nữa.")
      : t("Xóa nội dung này? Các yếu tố và câu hỏi trong đó vẫn còn.");
    if (!window.confirm(question)) return;
    edit({ kind: "section.delete", list, at });
    select({ of: "form" }, "outline");
  };
  return (
    <>
      <header className="section-header">
        <h2>{isFactor ? t("Yếu tố") : t("Nội dung")}</h2>
        <div className="actions editor-actions">
          <button type="button" className="button button-quiet" disabled={at === 0} onClick={() => move(at - 1)}>
            {t("Lên")}
          </button>
          <button
            type="button"
            className="button button-quiet"
            disabled={at === document[list].length - 1}
            onClick={() => move(at + 1)}
          >
            {t("Xuống")}
          </button>
          <button type="button" className="button button-quiet" disabled={locked} onClick={remove}>
            {t("Xóa")}
          </button>
        </div>
      </header>
      {locked && <LockNotice list={list} code={part.code} />}
      <fieldset className="editor-fields" disabled={locked}>
        <legend className="visually-hidden">{isFactor ? t("Yếu tố") : t("Nội dung")}</legend>
        <TextPair
          path={`${path}.title`}
          label={t("Tên")}
          hint={isFactor ? t("Là tiêu đề của một phần trên phiếu.") : t("Gộp nhiều yếu tố.")}
          value={part.title}
          lines={1}
          onChange={(title, typing) => edit({ kind: "section.change", list, at, change: { title } }, typing)}
        />
        {isFactor && (
          <EditorField path={`${path}.domain`} label={t("Thuộc nội dung")}>
            {(control) => (
              <select
                {...control}
                value={document.factors[at]?.domain ?? ""}
                onChange={({ target }) => edit({ kind: "section.change", list, at, change: { domain: target.value } })}
              >
                <option value="">{t("Không thuộc nội dung nào")}</option>
                {document.domains.map((domain) => (
                  <option key={domain.code} value={domain.code}>
                    {partTitle(domain)}
                  </option>
                ))}
              </select>
            )}
          </EditorField>
        )}
        <details className="editor-more">
          <summary>{t("Mã và tùy chọn")}</summary>
          <CodeField list={list} at={at} />
        </details>
      </fieldset>
    </>
  );
}
