import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { LockedList } from "~/questionnaires/locked-wording";
import { useEditor } from "./editor-context";

const BUTTONS: Readonly<Record<LockedList, Phrase>> = {
  items: "Sửa câu này",
  scales: "Sửa thang đo này",
  domains: "Sửa nội dung này",
  factors: "Sửa yếu tố này",
};

/** Says that a part stands as in the official form, and what changing it means. */
export function LockNotice({ list, code }: { list: LockedList; code: string }) {
  const { unlock, announce } = useEditor();
  const t = useWords();
  return (
    <div className="notice lock-notice">
      <p>
        <LockMark /> <strong>{t("Lời văn của mẫu chính thức, đang khóa.")}</strong>{" "}
        {t("Nếu sửa, phiếu này là biến thể của địa phương và số liệu phần này không so trực tiếp được với nơi khác.")}
      </p>
      <button
        type="button"
        className="button button-quiet"
        onClick={() => {
          unlock(list, code);
          announce(t("Đã mở khóa để sửa."));
        }}
      >
        {t(BUTTONS[list])}
      </button>
    </div>
  );
}

/** A padlock, drawn so that it looks alike everywhere. */
export function LockMark() {
  const t = useWords();
  return (
    <svg className="lock-mark" viewBox="0 0 16 16" width="14" height="14" role="img" aria-label={t("Đang khóa")}>
      <path d="M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7zm2 0h4V5a2 2 0 0 0-4 0z" fill="currentColor" />
    </svg>
  );
}
