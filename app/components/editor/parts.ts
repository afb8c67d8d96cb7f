import type { DraftDocument } from "~/questionnaires/draft-document";

/** The part of a draft that is being edited; entries of lists by their position. */
export type Part =
  | { of: "form" }
  | { of: "index" }
  | { of: "items"; at: number }
  | { of: "scales"; at: number }
  | { of: "domains"; at: number }
  | { of: "factors"; at: number };

/** The part in a document that may have changed under it; the head of the form where it is gone. */
export function partIn(document: DraftDocument, part: Part): Part {
  if (!("at" in part)) return part;
  const count = document[part.of].length;
  if (part.at < count) return part;
  return count > 0 ? { of: part.of, at: count - 1 } : { of: "form" };
}

export function samePart(one: Part, other: Part): boolean {
  return one.of === other.of && ("at" in one ? one.at : -1) === ("at" in other ? other.at : -1);
}

/** The part that a JSON path leads into, such as `$.items[3].text.vi`. */
export function partOfPath(path: string): Part {
  const [, list, at] = /^\$\.(items|scales|domains|factors)\[(\d+)\]/.exec(path) ?? [];
  if (list) return { of: list as "items", at: Number(at) };
  return path.startsWith("$.index") ? { of: "index" } : { of: "form" };
}

/** Id of the field at a JSON path. */
export function fieldId(path: string): string {
  return `at-${path.replace(/^\$\.?/, "").replace(/[^\w]+/g, "-")}`.replace(/-+$/, "");
}

/** The field of a path on the page, or the nearest one around it. */
export function fieldAt(path: string): HTMLElement | null {
  for (let rest = path; rest !== "$" && rest !== ""; rest = rest.replace(/(\.\w+|\[\d+\])$/, "")) {
    const found = document.getElementById(fieldId(rest)) ?? document.getElementById(`${fieldId(rest)}-vi`);
    if (found) return found;
    if (!/(\.\w+|\[\d+\])$/.test(rest)) break;
  }
  return null;
}

/** Id of the entry of a part in the outline. */
export function outlineId(part: Part): string {
  return `outline-${part.of}${"at" in part ? `-${part.at}` : ""}`;
}
