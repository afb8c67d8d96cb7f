import { useWords } from "~/i18n/use-words";
import { dependentsOf } from "~/questionnaires/references";
import { useEditor } from "./editor-context";
import { useItemNames } from "./use-item-names";
import { useStepItem } from "./use-step-item";

/** Up, down, copy and delete. What hangs on an item is told before it goes. */
export function ItemActions({ at, locked }: { at: number; locked: boolean }) {
  const { document, edit, select, announce } = useEditor();
  const t = useWords();
  const names = useItemNames();
  const step = useStepItem();
  const remove = () => {
    const dependents = dependentsOf(document, at).map((position) => names[position] ?? "");
    const question = t("Câu {names} chỉ hiện theo trả lời của câu này; xóa thì luôn hiện. Vẫn xóa?", {
      names: dependents.join(", "),
    });
    if (dependents.length > 0 && !window.confirm(question)) return;
    edit({ kind: "item.delete", at });
    select(document.items.length > 1 ? { of: "items", at: Math.max(0, at - 1) } : { of: "form" }, "outline");
    announce(t("Đã xóa câu {name}. Bấm Hoàn tác để lấy lại.", { name: names[at] ?? "" }));
  };
  return (
    <div className="actions editor-actions">
      <button type="button" className="button button-quiet" disabled={at === 0} onClick={() => step(at, -1)}>
        {t("Lên")}
      </button>
      <button
        type="button"
        className="button button-quiet"
        disabled={at === document.items.length - 1}
        onClick={() => step(at, 1)}
      >
        {t("Xuống")}
      </button>
      <button
        type="button"
        className="button button-quiet"
        onClick={() => {
          edit({ kind: "item.duplicate", at });
          select({ of: "items", at: at + 1 }, "field");
        }}
      >
        {t("Nhân đôi")}
      </button>
      <button type="button" className="button button-quiet" disabled={locked} onClick={remove}>
        {t("Xóa")}
      </button>
    </div>
  );
}
