import { useWords } from "~/i18n/use-words";
import { useEditor } from "./editor-context";
import { EditorField, TextPair } from "./editor-field";

/** The head of the form: title, introduction, source and code. */
export function FormEditor() {
  const { document, edit } = useEditor();
  const t = useWords();
  return (
    <>
      <h2>{t("Tên và giới thiệu")}</h2>
      <div className="editor-fields">
        <TextPair
          path="$.title"
          label={t("Tên mẫu phiếu")}
          value={document.title}
          onChange={(title, typing) => edit({ kind: "form", change: { title } }, typing)}
        />
        <TextPair
          path="$.intro"
          label={t("Lời giới thiệu ở đầu phiếu (không bắt buộc)")}
          value={document.intro}
          onChange={(intro, typing) =>
            edit({ kind: "form", change: { intro: intro.vi || intro.en ? intro : undefined } }, typing)
          }
        />
        <EditorField path="$.source" label={t("Nguồn")} hint={t("Văn bản ban hành hoặc cơ quan soạn mẫu phiếu.")}>
          {(control) => (
            <input
              {...control}
              value={document.source}
              onChange={({ target }) => edit({ kind: "form", change: { source: target.value } }, "$.source")}
            />
          )}
        </EditorField>
        <details className="editor-more">
          <summary>{t("Mã và tùy chọn")}</summary>
          <EditorField path="$.code" label={t("Mã mẫu phiếu")}>
            {(control) => (
              <input
                {...control}
                spellCheck={false}
                value={document.code}
                onChange={({ target }) => edit({ kind: "form", change: { code: target.value } }, "$.code")}
              />
            )}
          </EditorField>
        </details>
      </div>
    </>
  );
}
