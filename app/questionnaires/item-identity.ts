import type { DraftDocument, DraftItem, DraftText } from "./draft-document";

/*
 * When two items of two versions are the same question. Defaults count as written, and a translation that was added
 * changes nothing: what binds is the Vietnamese.
 */

/** What people may answer: the type, the levels or options with what each counts as, limits. Codes are no part of it. */
export function answersOf(document: DraftDocument, item: DraftItem): string {
  switch (item.type) {
    case "scale": {
      const scale = document.scales.find(({ code }) => code === item.scale);
      return JSON.stringify(["scale", scale ? choices(scale.levels) : null, item.reverse ?? false]);
    }
    case "single":
    case "multiple":
      return JSON.stringify([item.type, choices(item.options ?? [])]);
    case "number":
      return JSON.stringify(["number", item.min ?? null, item.max ?? null, item.unit ?? ""]);
    case "text":
      return JSON.stringify(["text", item.max_length ?? 2000]);
  }
}

interface Choice {
  value: number | null;
  label: DraftText;
  satisfied?: boolean | undefined;
  excluded?: boolean | undefined;
  other?: boolean | undefined;
  counts_as_return?: boolean | undefined;
}

function choices(entries: readonly Choice[]) {
  return entries.map((entry) => [
    entry.value,
    entry.label.vi.trim(),
    entry.satisfied ?? false,
    entry.excluded ?? false,
    entry.other ?? false,
    entry.counts_as_return ?? false,
  ]);
}

/** Everything else that an item says and does: whom it is put to, whether it may be left out, what it scores. */
export function flagsOf(item: DraftItem): string {
  const { required = false, profile = false, factor = "", show_if = null } = item;
  return JSON.stringify([required, profile, factor, show_if && [show_if.item, show_if.in]]);
}

export function wordingOf(item: DraftItem): string {
  return JSON.stringify([item.text.vi.trim(), (item.hint?.vi ?? "").trim()]);
}

/**
 * Codes of the items that stand as the official form has them: wording, scale, options and flags. They are locked; an
 * officer unlocks one to change it, and what results is a variant.
 */
export function lockedItems(base: DraftDocument, document: DraftDocument): Set<string> {
  const original = new Map(base.items.map((item) => [item.code, item]));
  const locked = document.items.filter((item) => {
    const before = original.get(item.code);
    return before !== undefined && isVerbatim(base, before, document, item);
  });
  return new Set(locked.map(({ code }) => code));
}

function isVerbatim(base: DraftDocument, before: DraftItem, document: DraftDocument, item: DraftItem): boolean {
  return (
    wordingOf(before) === wordingOf(item) &&
    flagsOf(before) === flagsOf(item) &&
    answersOf(base, before) === answersOf(document, item)
  );
}

/** How far a variant is from its official form, in items. */
export interface VariantCounts {
  verbatim: number;
  changed: number;
  added: number;
  dropped: number;
}

export function variantCounts(base: DraftDocument, document: DraftDocument): VariantCounts {
  const verbatim = lockedItems(base, document).size;
  const original = new Set(base.items.map(({ code }) => code));
  const kept = document.items.filter(({ code }) => original.has(code)).length;
  return {
    verbatim,
    changed: kept - verbatim,
    added: document.items.length - kept,
    dropped: original.size - kept,
  };
}
