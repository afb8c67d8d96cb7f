import type { DraftDocument, DraftItem, DraftText } from "./draft-document";

/** The keys that an item of each type may hold in the contract file, beside those of every item. */
const KEYS_OF_TYPE: Readonly<Record<DraftItem["type"], readonly (keyof DraftItem)[]>> = {
  scale: ["scale", "factor", "reverse"],
  single: ["options"],
  multiple: ["options"],
  number: ["min", "max", "unit"],
  text: ["max_length"],
};
const KEYS_OF_EVERY: readonly (keyof DraftItem)[] = ["code", "type", "text", "hint", "required", "profile", "show_if"];

/**
 * The contract file of a draft: what is empty and may be absent is left out (an English text, a hint, a factor), and so
 * is what another type of item left behind. Lists keep their places, so JSON paths of draft and file agree.
 * @param origin the file that the draft began with: a list or weights that it left out and that are still empty stay out,
 *   so that a draft not changed since gives the same file, with the same checksum, again.
 */
export function fileOfDraft(document: DraftDocument, origin: unknown = null): Record<string, unknown> {
  const { intro, title, scales, domains, factors, items, ...rest } = document;
  const file: Record<string, unknown> = {
    ...rest,
    title: textOf(title),
    ...optionalText("intro", intro),
    scales: scales.map((scale) => ({ ...scale, levels: scale.levels.map(labelled) })),
    domains: domains.map(titled),
    factors: factors.map(({ domain, ...factor }) => ({ ...titled(factor), ...(domain ? { domain } : {}) })),
    items: items.map(fileOfItem),
  };
  const written = recordOf(origin);
  if (!written) return file;
  for (const [key, list] of Object.entries({ scales, domains, factors })) {
    if (list.length === 0 && !(key in written)) delete file[key];
  }
  const index = recordOf(written.index);
  if (index && !("weights" in index) && document.index.weights === null) file.index = { rule: document.index.rule };
  return file;
}

function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
}

function fileOfItem(item: DraftItem): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const key of [...KEYS_OF_EVERY, ...KEYS_OF_TYPE[item.type]]) {
    const value = item[key];
    // Empty: nothing was chosen or typed. An empty code stays, to be told of.
    if (value === undefined || value === null || (value === "" && key !== "code" && key !== "scale")) continue;
    kept[key] = value;
  }
  kept.text = textOf(item.text);
  if (item.hint && isBlank(item.hint)) delete kept.hint;
  else if (item.hint) kept.hint = textOf(item.hint);
  if (kept.options) kept.options = item.options?.map(labelled);
  return kept;
}

function labelled<T extends { label: DraftText }>(entry: T): T {
  return { ...entry, label: textOf(entry.label) };
}

function titled<T extends { title?: DraftText | undefined }>({ title, ...rest }: T) {
  return { ...rest, ...optionalText("title", title) };
}

function optionalText(key: string, text: DraftText | undefined): Record<string, DraftText> {
  return text && !isBlank(text) ? { [key]: textOf(text) } : {};
}

function textOf({ vi, en }: DraftText): DraftText {
  return en === undefined || en.trim() === "" ? { vi } : { vi, en };
}

/** Whether nothing is written in either language. */
export function isBlank({ vi, en }: DraftText): boolean {
  return vi.trim() === "" && (en ?? "").trim() === "";
}
