import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { SaveNote } from "./save-note";
import type { SaveState } from "./use-draft";

/** Undo, redo, the state of saving, both languages, and the way to publishing. */
export function EditorToolbar({
  draftId,
  draft,
  bilingual,
  onBilingual,
}: {
  draftId: number;
  draft: { state: SaveState; unsaved: boolean; canUndo: boolean; canRedo: boolean; undo: () => void; redo: () => void };
  bilingual: boolean;
  onBilingual: (on: boolean) => void;
}) {
  const t = useWords();
  return (
    <div className="editor-toolbar">
      <div className="actions">
        <button
          type="button"
          className="button button-quiet"
          aria-keyshortcuts="Control+Z"
          disabled={!draft.canUndo}
          onClick={draft.undo}
        >
          {t("Hoàn tác")}
        </button>
        <button
          type="button"
          className="button button-quiet"
          aria-keyshortcuts="Control+Y"
          disabled={!draft.canRedo}
          onClick={draft.redo}
        >
          {t("Làm lại")}
        </button>
      </div>
      <label className="check">
        <input type="checkbox" checked={bilingual} onChange={({ target }) => onBilingual(target.checked)} />
        {t("Bản tiếng Anh bên cạnh")}
      </label>
      <SaveNote state={draft.state} />
      {draft.unsaved ? (
        <button type="button" className="button button-quiet" disabled title={t("Lưu xong mới công bố được")}>
          {t("Xem thay đổi và công bố")}
        </button>
      ) : (
        <Link className="button button-quiet" to={`/questionnaires/drafts/${draftId}/publish`}>
          {t("Xem thay đổi và công bố")}
        </Link>
      )}
    </div>
  );
}
