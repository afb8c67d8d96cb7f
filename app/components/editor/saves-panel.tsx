import { useState } from "react";
import { useWords } from "~/i18n/use-words";
import type { DraftDocument } from "~/questionnaires/draft-document";
import type { KeptSave } from "~/questionnaires/save-answer";
import { fetchSave, fetchSaves } from "./draft-connection";

/** The kept states of the draft; one taken back is a step like any other, and can be undone. */
export function SavesPanel({ draftId, onRestore }: { draftId: number; onRestore: (document: DraftDocument) => void }) {
  const t = useWords();
  const [saves, setSaves] = useState<readonly KeptSave[] | null>(null);
  const [trouble, setTrouble] = useState(false);
  const load = async (open: boolean) => {
    if (!open) return setSaves(null);
    const reached = await fetchSaves(draftId);
    setTrouble(reached.kind !== "answer");
    if (reached.kind === "answer") setSaves(reached.answer);
  };
  const restore = async (revision: number) => {
    const reached = await fetchSave(draftId, revision);
    setTrouble(reached.kind !== "answer");
    if (reached.kind === "answer") onRestore(reached.answer);
  };
  return (
    <details className="saves-panel" onToggle={({ currentTarget }) => void load(currentTarget.open)}>
      <summary>{t("Các lần lưu")}</summary>
      <div role="status">
        {trouble && <p className="problem">{t("Chưa tải được, xin thử lại khi có mạng.")}</p>}
        {!saves && !trouble && <p className="hint">{t("Đang tải…")}</p>}
      </div>
      {saves && (
        <ol>
          {saves.map(({ revision, at, by }, index) => (
            <li key={revision}>
              <span>
                {at} · {by ?? t("tài khoản đã xóa")}
              </span>
              {index === 0 ? (
                <span className="sub">{t("bản mới nhất")}</span>
              ) : (
                <button
                  type="button"
                  className="button button-quiet"
                  aria-label={t("Lấy lại bản lưu lúc {at}", { at })}
                  onClick={() => void restore(revision)}
                >
                  {t("Lấy lại")}
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
