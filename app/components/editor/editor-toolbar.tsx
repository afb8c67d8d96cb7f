import { useWords } from "~/i18n/use-words";
import { SaveNote } from "./save-note";
import type { SaveState } from "./use-draft";

export type View = "outline" | "edit" | "preview";

/** Undo, redo, the state of saving, both languages, and which part a narrow screen shows. */
export function EditorToolbar({
  draft,
  bilingual,
  onBilingual,
  view,
  onView,
}: {
  draft: { state: SaveState; canUndo: boolean; canRedo: boolean; undo: () => void; redo: () => void };
  bilingual: boolean;
  onBilingual: (on: boolean) => void;
  view: View;
  onView: (view: View) => void;
}) {
  const t = useWords();
  const views: readonly [View, string][] = [
    ["outline", t("Mục lục")],
    ["edit", t("Sửa")],
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
