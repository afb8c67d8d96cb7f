import { useMessages, useWords } from "~/i18n/use-words";
import type { DraftDocument } from "~/questionnaires/draft-document";
import { draftProblems, hasEnglish } from "~/questionnaires/draft-problems";
import { itemNames } from "~/questionnaires/item-numbers";
import { outlineOf } from "~/questionnaires/outline";
import { choicesOf } from "~/questionnaires/references";
import { partTitle } from "./part-names";

/** The draft and its problems to read, until the editor runs or where scripts are off. */
export function ReadOnlyDraft({ document }: { document: DraftDocument }) {
  const t = useWords();
  const messageOf = useMessages();
  const problems = draftProblems(document);
  const names = itemNames(document.items);
  return (
    <div className="read-only-draft">
      <p className="notice without-script">
        {t("Trình duyệt đang tắt JavaScript nên chỉ xem được. Bật JavaScript để sửa mẫu phiếu.")}
      </p>
      {document.intro?.vi && <p>{document.intro.vi}</p>}
      {outlineOf(document).map((section) => {
        const factor = section.factor === null ? undefined : document.factors[section.factor];
        const other = section.kind === "profile" ? t("Về người trả lời") : t("Câu hỏi khác, không tính chỉ số");
        return (
          <section key={section.key}>
            <h2>{factor ? partTitle(factor) : other}</h2>
            <ul className="outline">
              {section.items.map((at) => {
                const item = document.items[at];
                if (!item) return null;
                return (
                  <li key={at}>
                    <span className="item-code">{names[at]}</span> {item.text.vi || t("(chưa có lời hỏi)")}
                    <span className="sub">
                      {choicesOf(document, item)
                        .map(({ label }) => label.vi)
                        .join(" · ")}
                    </span>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
      {!hasEnglish(document) && <p className="hint">{t("Mẫu phiếu chưa có bản tiếng Anh.")}</p>}
      <h2>{t("Cần sửa ({n})", { n: problems.filter(({ severity }) => severity === "error").length })}</h2>
      <ul>
        {problems.map(({ path, message }) => (
          <li key={path + message}>{messageOf(message)}</li>
        ))}
      </ul>
    </div>
  );
}
