import { useWords } from "~/i18n/use-words";
import { factorToJoin, stepOfItem } from "~/questionnaires/edit-items";
import { useEditor } from "./editor-context";
import { partTitle } from "./part-names";

/** Moves an item one step and says where it stands then. */
export function useStepItem(): (at: number, by: -1 | 1, focus?: "outline") => void {
  const { document, edit, select, announce, isLocked } = useEditor();
  const t = useWords();
  return (at, by, focus) => {
    const step = stepOfItem(document, at, by);
    const code = document.items[at]?.code ?? "";
    if (!step) return announce(t("Câu đã ở đầu hoặc cuối phiếu."));
    // A question of the official form keeps its factor until it is unlocked.
    const place = isLocked("items", code) ? { from: at, to: at + by } : step;
    edit({ kind: "item.place", ...place });
    select({ of: "items", at: place.to }, focus);
    const factor = "factor" in place ? document.factors.find((one) => one.code === place.factor) : undefined;
    announce(
      factor
        ? t("Câu {code} chuyển sang yếu tố {factor}.", { code, factor: partTitle(factor) })
        : t("Câu {code} ở vị trí {n} trên {count}.", { code, n: place.to + 1, count: document.items.length }),
    );
  };
}

/** Moves an item to where another one stands, as by dragging; a criterion joins the factor of its new neighbours. */
export function useDropItem(): (from: number, onto: number) => void {
  const { document, edit, select, announce, isLocked } = useEditor();
  const t = useWords();
  return (from, onto) => {
    const [item, target] = [document.items[from], document.items[onto]];
    if (!item || !target || from === onto) return;
    const factor = isLocked("items", item.code) ? undefined : factorToJoin(item, target);
    edit({ kind: "item.place", from, to: onto, factor });
    select({ of: "items", at: onto });
    announce(
      t("Câu {code} ở vị trí {n} trên {count}.", { code: item.code, n: onto + 1, count: document.items.length }),
    );
  };
}
