import type { DraftDocument, DraftFactor } from "./draft-document";
import type { SectionList } from "./edit-document";
import { changed, removed } from "./list-edits";
import { isCode, nextCode, nextLetter } from "./next-code";

type Weights = DraftDocument["index"]["weights"];

const codesOf = (document: DraftDocument, list: SectionList) => document[list].map(({ code }) => code);

/** A new domain (numbered) or factor (the next letter), without a title yet. */
export function addSection(document: DraftDocument, list: SectionList, domain?: string): DraftDocument {
  if (list === "domains") {
    const code = nextCode("ND", codesOf(document, "domains"));
    const added = { ...document, domains: [...document.domains, { code, title: { vi: "" } }] };
    return withWeights(added, (weights) => ({ ...weights, [code]: null }));
  }
  const known = domain !== undefined && document.domains.some(({ code }) => code === domain);
  const prefixes = document.items.map(({ code }) => code.replace(/\d+$/, ""));
  const code = nextLetter([...codesOf(document, "factors"), ...prefixes]);
  const factor: DraftFactor = { code, title: { vi: "" }, ...(known ? { domain } : {}) };
  return { ...document, factors: [...document.factors, factor] };
}

export function changeSection(
  document: DraftDocument,
  list: SectionList,
  at: number,
  { title, domain }: Partial<Pick<DraftFactor, "title" | "domain">>,
): DraftDocument {
  if (list === "domains") {
    return title ? { ...document, domains: changed(document.domains, at, (one) => ({ ...one, title })) } : document;
  }
  const known = !domain || document.domains.some(({ code }) => code === domain);
  const factors = changed(document.factors, at, (one) => ({
    ...one,
    ...(title ? { title } : {}),
    ...(domain !== undefined && known ? { domain: domain || undefined } : {}),
  }));
  return { ...document, factors };
}

/** Renames a domain or factor and all that stands under it. A code that is none or taken is refused: nothing changes. */
export function renameSection(document: DraftDocument, list: SectionList, at: number, code: string): DraftDocument {
  const former = document[list][at]?.code;
  const others = removed(codesOf(document, list), at);
  if (former === undefined || !isCode(code) || others.includes(code)) return document;
  const follows = !others.includes(former);
  const to = (one: string | undefined) => (follows && one === former ? code : one);
  if (list === "factors") {
    return {
      ...document,
      factors: changed(document.factors, at, (one) => ({ ...one, code })),
      items: document.items.map((item) => (item.factor === former ? { ...item, factor: to(item.factor) } : item)),
    };
  }
  const renamed = {
    ...document,
    domains: changed(document.domains, at, (one) => ({ ...one, code })),
    factors: document.factors.map((one) => (one.domain === former ? { ...one, domain: to(one.domain) } : one)),
  };
  return withWeights(renamed, (weights) =>
    Object.fromEntries(Object.entries(weights).map(([domain, weight]) => [to(domain) ?? domain, weight])),
  );
}

/** Takes a domain or factor away; what stood under it stays, without it. */
export function deleteSection(document: DraftDocument, list: SectionList, at: number): DraftDocument {
  const code = document[list][at]?.code;
  if (code === undefined) return document;
  const isLast = !removed(codesOf(document, list), at).includes(code);
  if (list === "factors") {
    return {
      ...document,
      factors: removed(document.factors, at),
      items: isLast ? document.items.map((item) => without(item, "factor", code)) : document.items,
    };
  }
  const left = {
    ...document,
    domains: removed(document.domains, at),
    factors: isLast ? document.factors.map((factor) => without(factor, "domain", code)) : document.factors,
  };
  if (!isLast) return left;
  return withWeights(left, ({ [code]: _gone, ...weights }) => weights);
}

function without<K extends string, T extends { [key in K]?: string | undefined }>(entry: T, key: K, code: string): T {
  if (entry[key] !== code) return entry;
  const { [key]: _gone, ...rest } = entry;
  return rest as T;
}

/** Changes the index rule; weights are asked for, domain by domain, where the rule needs them. */
export function changeRule(document: DraftDocument, rule: DraftDocument["index"]["rule"]): DraftDocument {
  const weights = rule === "fixed-weights" ? (document.index.weights ?? unweighted(document)) : document.index.weights;
  return { ...document, index: { rule, weights } };
}

export function changeWeight(document: DraftDocument, domain: string, weight: number | null): DraftDocument {
  if (!document.domains.some(({ code }) => code === domain)) return document;
  const weights = { ...(document.index.weights ?? unweighted(document)), [domain]: weight };
  return { ...document, index: { ...document.index, weights } };
}

function unweighted({ domains }: DraftDocument): NonNullable<Weights> {
  return Object.fromEntries(domains.map(({ code }) => [code, null]));
}

function withWeights(
  document: DraftDocument,
  change: (weights: NonNullable<Weights>) => NonNullable<Weights>,
): DraftDocument {
  const { weights } = document.index;
  return weights ? { ...document, index: { ...document.index, weights: change(weights) } } : document;
}
