import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { SaveNote } from "./save-note";
import type { SaveState } from "./use-draft";

export type View = "outline" | "edit" | "preview";

/** Undo, redo, the state of saving, both languages, and which part a narrow screen shows. */
export function EditorToolbar({
  draftId,
  draft,
  bilingual,
  onBilingual,
  view,
  onView,
}: {
  draftId: number;
  draft: { state: SaveState; unsaved: boolean; canUndo: boolean; canRedo: boolean; undo: () => void; redo: () => void };
  bilingual: boolean;
  onBilingual: (on: boolean) => void;
  view: View;
  onView: (view: View) => void;
}) {
  const t = useWords();
  const views: readonly [View, string][] = [
    ["outline", t("Mục lục")],
    ["edit", t("Soạn câu hỏi")],
    ["preview", t("Xem trước")],
  ];
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
      <div className="editor-views">
        {views.map(([name, label]) => (
          <button
            key={name}
            type="button"
            className="button button-quiet"
            aria-pressed={view === name}
            onClick={() => onView(name)}
          >
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}
