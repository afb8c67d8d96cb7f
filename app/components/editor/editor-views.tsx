import { useWords } from "~/i18n/use-words";

export type View = "outline" | "edit" | "preview";

/** Which part a narrow screen shows; it stays in view, by itself, so that it takes one row of a phone and no more. */
export function EditorViews({ view, onView }: { view: View; onView: (view: View) => void }) {
  const t = useWords();
  const views: readonly [View, string][] = [
    ["outline", t("Mục lục")],
    ["edit", t("Soạn câu hỏi")],
    ["preview", t("Xem trước")],
  ];
  return (
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
  );
}
