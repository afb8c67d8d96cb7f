import { useEditor } from "./editor-context";
import { FormEditor } from "./form-editor";
import { IndexEditor } from "./index-editor";
import { ItemEditor } from "./item-editor";
import { ScaleEditor } from "./scale-editor";
import { SectionEditor } from "./section-editor";
import { useStepItem } from "./use-step-item";

/** The part that is being edited. Alt with an arrow moves a question from anywhere in it. */
export function PartEditor() {
  const { selected, document } = useEditor();
  const step = useStepItem();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut of the fields inside, beside the buttons that do the same
    <section
      className="part-editor"
      id="part-editor"
      onKeyDown={(event) => {
        const arrow = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
        // In a list of choices Alt with an arrow opens the list.
        if (!event.altKey || arrow === null || selected.of !== "items" || event.target instanceof HTMLSelectElement)
          return;
        event.preventDefault();
        step(selected.at, arrow);
      }}
    >
      {selected.of === "form" && <FormEditor />}
      {selected.of === "index" && <IndexEditor />}
      {selected.of === "items" && <ItemEditor key={document.items[selected.at]?.code} at={selected.at} />}
      {selected.of === "scales" && <ScaleEditor key={document.scales[selected.at]?.code} at={selected.at} />}
      {(selected.of === "domains" || selected.of === "factors") && (
        <SectionEditor key={document[selected.of][selected.at]?.code} list={selected.of} at={selected.at} />
      )}
    </section>
  );
}
