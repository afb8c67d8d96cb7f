import type { DraftDocument, DraftItem } from "./draft-document";
import { answersOf, wordingOf } from "./item-identity";
import type { ItemLink } from "./item-links";
import { itemNames, nameOfItem } from "./item-numbers";
import { wordSimilarity } from "./word-diff";

/** From what share of common words on an item under another code is taken for the same one. */
const SIMILAR = 0.8;

/** How an item of a version follows those of the version it was made from. */
export interface LinkOfItem {
  /** Null: new. */
  fromItem: string | null;
  /** Null: dropped. */
  toItem: string | null;
  link: ItemLink;
}

/**
 * Links proposed from codes and texts, in the order of the new version, then what was dropped. Same code and text: same;
 * same code, other text: reworded, unless not a word stayed, as when a code is used again; another code with nearly the same text: same or reworded. Where the possible answers
 * changed it is never "same", and where the type changed it is another question.
 */
export function proposeLinks(base: DraftDocument, next: DraftDocument): LinkOfItem[] {
  const left = new Map(base.items.map((item) => [item.code, item]));
  const origins = new Map<string, DraftItem>();
  const pair = (item: DraftItem, before: DraftItem) => {
    origins.set(item.code, before);
    left.delete(before.code);
  };
  for (const item of next.items) {
    const before = left.get(item.code);
    if (before && before.type === item.type && sharesWords(item, before)) pair(item, before);
  }
  for (const { item, before } of similarPairs(
    next.items.filter(({ code }) => !origins.has(code)),
    [...left.values()],
  )) {
    if (!origins.has(item.code) && left.has(before.code)) pair(item, before);
  }
  const links = next.items.map((item): LinkOfItem => {
    const before = origins.get(item.code);
    if (!before) return { fromItem: null, toItem: item.code, link: "new" };
    const same = wordingOf(before) === wordingOf(item) && mayBeSame(base, before, next, item);
    return { fromItem: before.code, toItem: item.code, link: same ? "same" : "reworded" };
  });
  const dropped = [...left.keys()].map((code): LinkOfItem => ({ fromItem: code, toItem: null, link: "dropped" }));
  return [...links, ...dropped];
}

function sharesWords(item: DraftItem, before: DraftItem): boolean {
  return wordingOf(item) === wordingOf(before) || wordSimilarity(item.text.vi, before.text.vi) > 0;
}

/** Pairs under different codes whose texts are nearly the same, the nearest first. */
function similarPairs(items: readonly DraftItem[], candidates: readonly DraftItem[]) {
  return items
    .flatMap((item) =>
      candidates
        .filter(({ type }) => type === item.type)
        .map((before) => ({ item, before, likeness: wordSimilarity(item.text.vi, before.text.vi) })),
    )
    .filter(({ likeness }) => likeness >= SIMILAR)
    .sort((one, other) => other.likeness - one.likeness);
}

/** Whether answers to the two may be compared as answers to one question: only where the same ones can be given. */
export function mayBeSame(base: DraftDocument, before: DraftItem, next: DraftDocument, item: DraftItem): boolean {
  return answersOf(base, before) === answersOf(next, item);
}

/** What may be chosen for an item: `new`, or `same:A1`, `reworded:A1` after an item of the base. */
export function linkValue({ link, fromItem }: LinkOfItem): string {
  return fromItem === null ? "new" : `${link}:${fromItem}`;
}

/**
 * Reads what was chosen for each item (see {@link linkValue}); what no item follows is dropped. An item left without a
 * choice takes the proposed one, so that a form without scripts may be sent as it is.
 * @returns the links, or what cannot stand, by item.
 */
export function readLinks(
  base: DraftDocument,
  next: DraftDocument,
  chosen: (itemCode: string) => string | null,
): { ok: true; links: LinkOfItem[] } | { ok: false; problems: { item: string; message: string }[] } {
  const origins = new Map(base.items.map((item) => [item.code, item]));
  const proposed = new Map(proposeLinks(base, next).map((link) => [link.toItem, link]));
  const problems: { item: string; message: string }[] = [];
  const followed = new Map<string, string>();
  const names = itemNames(next.items);
  const links = next.items.map((item, at): LinkOfItem => {
    const usual = proposed.get(item.code);
    const name = names[at] ?? "";
    const value = chosen(item.code) ?? (usual ? linkValue(usual) : "new");
    const [, link, fromItem] = /^(same|reworded):(.+)$/.exec(value) ?? [];
    const before = fromItem === undefined ? undefined : origins.get(fromItem);
    if (!before || (link !== "same" && link !== "reworded")) {
      if (value !== "new") problems.push({ item: item.code, message: `Chọn lại liên kết của câu ${name}` });
      return { fromItem: null, toItem: item.code, link: "new" };
    }
    const other = followed.get(before.code);
    if (other !== undefined) {
      const message = `Câu ${nameOfItem(next.items, other)} và câu ${name} cùng nối với câu ${nameOfItem(base.items, before.code)} của bản trước: chỉ một câu được nối`;
      problems.push({ item: item.code, message });
    }
    followed.set(before.code, item.code);
    if (before.type !== item.type || (link === "same" && !mayBeSame(base, before, next, item))) {
      const message = `Câu ${name} không thể là “giữ nguyên” vì thang đo, lựa chọn hoặc kiểu trả lời đã đổi`;
      problems.push({ item: item.code, message });
    }
    return { fromItem: before.code, toItem: item.code, link };
  });
  if (problems.length > 0) return { ok: false, problems };
  const dropped = base.items.filter(({ code }) => !followed.has(code));
  return {
    ok: true,
    links: [...links, ...dropped.map(({ code }) => ({ fromItem: code, toItem: null, link: "dropped" as const }))],
  };
}
