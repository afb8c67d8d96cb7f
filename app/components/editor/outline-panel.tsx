import { useState } from "react";
import { useWords } from "~/i18n/use-words";
import { newItem } from "~/questionnaires/edit-items";
import { type OutlineSection, outlineOf } from "~/questionnaires/outline";
import { useEditor } from "./editor-context";
import { LockMark } from "./lock-notice";
import { OutlineButton } from "./outline-button";
import { OutlineExtras } from "./outline-extras";
import { partTitle } from "./part-names";
import { useItemNames } from "./use-item-names";
import { useDropItem, useStepItem } from "./use-step-item";

/** The whole form at a glance: domains, factors and questions in their order, to be opened, moved and added to. */
export function OutlinePanel() {
  const { document } = useEditor();
  const t = useWords();
  const sections = outlineOf(document);
  return (
    <nav className="outline-panel" aria-label={t("Mục lục phiếu")}>
      <p className="hint without-touch">{t("Alt + ↑ hoặc ↓ để chuyển câu đang chọn; hoặc kéo bằng chuột.")}</p>
      <OutlineButton part={{ of: "form" }}>{t("Tên và giới thiệu")}</OutlineButton>
      {sections.map((section, index) => (
        <OutlineSectionView key={section.key} section={section} before={sections[index - 1]} />
      ))}
      <OutlineExtras />
    </nav>
  );
}

function OutlineSectionView({ section, before }: { section: OutlineSection; before: OutlineSection | undefined }) {
  const { document, edit, select } = useEditor();
  const t = useWords();
  const factor = section.factor === null ? null : document.factors[section.factor];
  const domain = section.domain === null ? null : document.domains[section.domain];
  const add = () => {
    const at = (section.items.at(-1) ?? document.items.length - 1) + 1;
    const type = factor ? "scale" : section.kind === "profile" ? "single" : "text";
    const item = newItem(document, { type, factor: factor?.code, after: at - 1 });
    edit({ kind: "item.add", at, item: section.kind === "profile" ? { ...item, profile: true } : item });
    select({ of: "items", at }, "field");
  };
  const title = factor
    ? partTitle(factor)
    : section.kind === "profile"
      ? t("Về người trả lời")
      : t("Câu hỏi khác, không tính chỉ số");
  return (
    <section aria-label={title}>
      {domain && section.domain !== null && before?.domain !== section.domain && (
        <OutlineButton part={{ of: "domains", at: section.domain }} className="outline-domain">
          {partTitle(domain)}
        </OutlineButton>
      )}
      {factor && section.factor !== null ? (
        <OutlineButton part={{ of: "factors", at: section.factor }} className="outline-factor">
          {title}
        </OutlineButton>
      ) : (
        <p className="outline-factor outline-plain">{title}</p>
      )}
      {section.items.length > 0 && (
        <ol>
          {section.items.map((at) => (
            <OutlineItem key={at} at={at} />
          ))}
        </ol>
      )}
      <button type="button" className="outline-add" onClick={add}>
        {t("+ Thêm câu")}
        <span className="visually-hidden"> {t("vào {title}", { title })}</span>
      </button>
    </section>
  );
}

/** What is being dragged; a browser tells it to the target only when it is dropped. */
const DRAGGED = "application/x-hailong-item";

function OutlineItem({ at }: { at: number }) {
  const { document, problems, isLocked } = useEditor();
  const t = useWords();
  const name = useItemNames()[at];
  const step = useStepItem();
  const drop = useDropItem();
  const [over, setOver] = useState(false);
  const item = document.items[at];
  if (!item) return null;
  const own = problems.filter(({ severity, path }) => severity === "error" && path.startsWith(`$.items[${at}]`));
  const wrong = own.some(({ missing }) => !missing);
  return (
    <li
      draggable
      className={over ? "drop-here" : undefined}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData(DRAGGED, String(at));
        dataTransfer.effectAllowed = "move";
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const from = Number(event.dataTransfer.getData(DRAGGED));
        if (Number.isInteger(from)) drop(from, at);
      }}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
        event.preventDefault();
        step(at, event.key === "ArrowUp" ? -1 : 1, "outline");
      }}
    >
      <OutlineButton part={{ of: "items", at }}>
        <span className="item-code">{name}</span> <span>{item.text.vi.trim() || t("(chưa có lời hỏi)")}</span>
        {isLocked("items", item.code) && <LockMark />}
        {wrong && <span className="badge badge-danger">{t("cần sửa")}</span>}
        {!wrong && own.length > 0 && <span className="badge">{t("viết dở")}</span>}
      </OutlineButton>
    </li>
  );
}
