import { same } from "./compare-drafts";
import type { DraftDocument } from "./draft-document";
import { lockedItems } from "./item-identity";

export type LockedList = "items" | "scales" | "domains" | "factors";

/** Names a part of a draft for its lock. */
export function lockKey(list: LockedList, code: string): string {
  return `${list} ${code}`;
}

/**
 * The parts of a draft that stand as in the official form it was made from: to change one makes a local variant of it. A
 * part that was changed before is free, and so is what was added.
 */
export function lockedWording(official: DraftDocument | null, draft: DraftDocument): ReadonlySet<string> {
  if (!official) return new Set();
  const locked = new Set([...lockedItems(official, draft)].map((code) => lockKey("items", code)));
  for (const list of ["scales", "domains", "factors"] as const) {
    const originals = new Map<string, unknown>(official[list].map((part) => [part.code, part]));
    for (const part of draft[list])
      if (originals.has(part.code) && same(originals.get(part.code), part)) locked.add(lockKey(list, part.code));
  }
  return locked;
}
