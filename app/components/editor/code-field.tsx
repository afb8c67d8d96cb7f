import { useWords } from "~/i18n/use-words";
import { isCode, isItemCode } from "~/questionnaires/next-code";
import { useEditor } from "./editor-context";
import { CommittedField } from "./editor-field";

/** The code of an entry, under which results and files know it; renaming takes all references along. */
export function CodeField({ list, at }: { list: "items" | "scales" | "domains" | "factors"; at: number }) {
  const { document, edit } = useEditor();
  const t = useWords();
  const own = document[list][at]?.code ?? "";
  const taken = document[list].flatMap(({ code }, position) => (position === at ? [] : [code]));
  const refusal = (code: string) => {
    if (!(list === "items" ? isItemCode(code) : isCode(code)))
      return t(
        "Mã gồm chữ cái không dấu, chữ số, gạch dưới và bắt đầu bằng chữ cái; vài tên như «weight» đã dành riêng.",
      );
    return taken.includes(code) ? t("Mã «{code}» đã dùng rồi.", { code }) : null;
  };
  const onCommit = (code: string) => {
    if (list === "items") edit({ kind: "item.code", at, code });
    else if (list === "scales") edit({ kind: "scale.code", at, code });
    else edit({ kind: "section.code", list, at, code });
  };
  return (
    <CommittedField
      key={own}
      path={`$.${list}[${at}].code`}
      label={t("Mã")}
      hint={t("Mã là tên cột trong tệp số liệu. Đổi mã thì mọi chỗ nhắc tới cũng đổi theo.")}
      value={own}
      refusal={refusal}
      onCommit={onCommit}
    />
  );
}
