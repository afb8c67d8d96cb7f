import type { DraftDocument, DraftScale } from "./draft-document";
import { changed, removed } from "./list-edits";
import { isCode, nextCode } from "./next-code";
import { usersOfScale } from "./references";

/** The scale that most forms use; a new scale starts as it and is then reworded. */
const COMMON_LEVELS: DraftScale["levels"] = [
  { value: 1, label: { vi: "Rất không hài lòng", en: "Very dissatisfied" } },
  { value: 2, label: { vi: "Không hài lòng", en: "Dissatisfied" } },
  { value: 3, label: { vi: "Bình thường", en: "Neutral" } },
  { value: 4, label: { vi: "Hài lòng", en: "Satisfied" }, satisfied: true },
  { value: 5, label: { vi: "Rất hài lòng", en: "Very satisfied" }, satisfied: true },
];

const codesOf = ({ scales }: DraftDocument) => scales.map(({ code }) => code);

export function addScale(document: DraftDocument): DraftDocument {
  const scale = { code: nextCode("scale", codesOf(document)), levels: COMMON_LEVELS };
  return { ...document, scales: [...document.scales, scale] };
}

/** A copy of a scale to word differently; with an item given, that item changes over to the copy. */
export function copyScale(document: DraftDocument, at: number, forItem?: number): DraftDocument {
  const scale = document.scales[at];
  if (!scale) return document;
  const code = nextCode(`${isCode(scale.code) ? scale.code.replace(/_\d+$/, "") : "scale"}_`, codesOf(document));
  return {
    ...document,
    scales: [...document.scales, { ...scale, code }],
    items:
      forItem === undefined ? document.items : changed(document.items, forItem, (item) => ({ ...item, scale: code })),
  };
}

/** Renames a scale and what is on it. A code that is none or taken is refused: nothing changes. */
export function renameScale(document: DraftDocument, at: number, code: string): DraftDocument {
  const scale = document.scales[at];
  const others = removed(document.scales, at);
  if (!scale || !isCode(code) || others.some((other) => other.code === code)) return document;
  const follows = !others.some((other) => other.code === scale.code);
  return {
    ...document,
    scales: changed(document.scales, at, (one) => ({ ...one, code })),
    items: follows
      ? document.items.map((item) => (item.scale === scale.code ? { ...item, scale: code } : item))
      : document.items,
  };
}

/** Takes away a scale that no item is on; one in use stays. */
export function deleteScale(document: DraftDocument, at: number): DraftDocument {
  const scale = document.scales[at];
  if (!scale || usersOfScale(document, at).length > 0) return document;
  return {
    ...document,
    scales: removed(document.scales, at),
    // What an item of another type kept from the time when it was a criterion.
    items: document.items.map((item) => {
      if (item.scale !== scale.code) return item;
      const { scale: _gone, ...rest } = item;
      return rest;
    }),
  };
}
