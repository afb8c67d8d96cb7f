import type { DraftDocument, DraftItem } from "./draft-document";

/** A run of neighbouring items under one heading of the form, or a factor that has no item yet. */
export interface OutlineSection {
  /** Unique within the outline. */
  key: string;
  kind: "factor" | "profile" | "other";
  /** Position of the factor; null for the other kinds. */
  factor: number | null;
  /** Position of the factor's domain; null where there is none. */
  domain: number | null;
  /** Positions of the items. */
  items: number[];
}

/** The sections in the order in which the form shows them, then the factors that no item stands under. */
export function outlineOf(document: DraftDocument): OutlineSection[] {
  const sections: (OutlineSection & { of: string })[] = [];
  document.items.forEach((item, position) => {
    const of = sectionKey(document, item);
    const last = sections.at(-1);
    if (last?.of === of) last.items.push(position);
    else sections.push({ ...headed(document, of), of, key: `${of} ${position}`, items: [position] });
  });
  const used = new Set(sections.map(({ factor }) => factor));
  const empty = document.factors.flatMap((_, at) =>
    used.has(at) ? [] : [{ ...headed(document, `factor ${at}`), key: `empty ${at}`, items: [] }],
  );
  return [...sections, ...empty].map(({ key, kind, factor, domain, items }) => ({ key, kind, factor, domain, items }));
}

/** As the public form does it: profile items, each factor's items, and the rest. */
function sectionKey({ factors }: DraftDocument, item: DraftItem): string {
  if (item.profile) return "profile";
  if (item.type !== "scale" || item.factor === undefined) return "other";
  const factor = factors.findIndex(({ code }) => code === item.factor);
  return factor === -1 ? "other" : `factor ${factor}`;
}

function headed(document: DraftDocument, of: string): Pick<OutlineSection, "kind" | "factor" | "domain"> {
  if (of === "profile" || of === "other") return { kind: of, factor: null, domain: null };
  const factor = Number(of.slice("factor ".length));
  const domain = document.domains.findIndex(({ code }) => code === document.factors[factor]?.domain);
  return { kind: "factor", factor, domain: domain === -1 ? null : domain };
}
