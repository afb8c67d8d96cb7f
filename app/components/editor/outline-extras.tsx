import { useWords } from "~/i18n/use-words";
import { newItem } from "~/questionnaires/edit-items";
import { useEditor } from "./editor-context";
import { OutlineButton } from "./outline-button";
import { partTitle, useScaleNames } from "./part-names";

/** Below the questions: what stands under no heading yet, the scales, the index, and new parts. */
export function OutlineExtras() {
  const { document, edit, select } = useEditor();
  const t = useWords();
  const names = useScaleNames();
  const idle = document.domains.map((domain, at) => ({ domain, at })).filter(({ domain }) => !isUsed(domain.code));
  function isUsed(code: string): boolean {
    return document.factors.some((factor) => factor.domain === code);
  }
  const addQuestion = () => {
    const at = document.items.length;
    edit({ kind: "item.add", at, item: newItem(document, { type: "text", after: at - 1 }) });
    select({ of: "items", at }, "field");
  };
  return (
    <>
      {idle.map(({ domain, at }) => (
        <OutlineButton key={domain.code} part={{ of: "domains", at }} className="outline-domain">
          {partTitle(domain)}
        </OutlineButton>
      ))}
      <div className="outline-new">
        <button type="button" className="outline-add" onClick={addQuestion}>
          {t("+ Thêm câu ở cuối phiếu")}
        </button>
        <button
          type="button"
          className="outline-add"
          onClick={() => {
            edit({ kind: "section.add", list: "factors", domain: document.domains.at(-1)?.code });
            select({ of: "factors", at: document.factors.length }, "field");
          }}
        >
          {t("+ Thêm yếu tố (nhóm tiêu chí)")}
        </button>
        <button
          type="button"
          className="outline-add"
          onClick={() => {
            edit({ kind: "section.add", list: "domains" });
            select({ of: "domains", at: document.domains.length }, "field");
          }}
        >
          {t("+ Thêm nội dung (gộp các yếu tố)")}
        </button>
      </div>
      <section aria-label={t("Thang đo")}>
        <p className="outline-factor outline-plain">{t("Thang đo")}</p>
        {names.map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: codes may come twice while one is writing
          <OutlineButton key={at} part={{ of: "scales", at }}>
            {name}
          </OutlineButton>
        ))}
        <button
          type="button"
          className="outline-add"
          onClick={() => {
            edit({ kind: "scale.add" });
            select({ of: "scales", at: document.scales.length }, "field");
          }}
        >
          {t("+ Thêm thang đo")}
        </button>
      </section>
      <OutlineButton part={{ of: "index" }}>{t("Cách tính chỉ số")}</OutlineButton>
    </>
  );
}
