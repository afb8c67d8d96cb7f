import type { DraftDocument } from "./draft-document";
import { fileOfDraft } from "./draft-file";
import { nameOfItem } from "./item-numbers";
import { type Questionnaire, questionnaireSchema } from "./questionnaire-schema";

/** What a preview of an unfinished draft leaves out. */
export interface LeftOut {
  /** Name of the item in the draft ("3 (B2)"), or null for what belongs to none. */
  item: string | null;
  part: "item" | "choice" | "condition" | "other";
}

export interface Preview {
  /** Null where nothing is left to show. */
  questionnaire: Questionnaire | null;
  leftOut: LeftOut[];
}

type Path = readonly PropertyKey[];

/** Rounds of taking out what is wrong; one removal may make another reference dangle, in a chain of a few. */
const ROUNDS = 20;

/** The form that a draft would give as far as it is valid: what is wrong is left out and told. */
export function previewOf(document: DraftDocument): Preview {
  const file = structuredClone(fileOfDraft(document)) as Record<string, unknown>;
  const leftOut: LeftOut[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const parsed = questionnaireSchema.safeParse(file);
    if (parsed.success) return { questionnaire: parsed.data, leftOut };
    const places = new Map(parsed.error.issues.map(({ path }) => [JSON.stringify(placeOf(path)), placeOf(path)]));
    // From the back, so that positions stay true while entries go.
    for (const place of [...places.values()].sort((one, other) => compare(other, one))) {
      if (place.length === 1 && place[0] === "items") return { questionnaire: null, leftOut };
      tell(document, file, place, leftOut);
      takeOut(file, place);
    }
  }
  return { questionnaire: null, leftOut };
}

/** The smallest part that can go so that the problem goes. */
function placeOf(path: Path): Path {
  const [part, at, field, within] = path;
  if (part === "items" && at !== undefined) {
    if (field === "options" && typeof within === "number") return path.slice(0, 4);
    const dispensable = ["show_if", "hint", "factor", "reverse", "min", "max", "unit", "max_length"];
    return dispensable.includes(String(field)) ? path.slice(0, 3) : path.slice(0, 2);
  }
  if (part === "scales" && field === "levels" && typeof within === "number") return path.slice(0, 4);
  if (part === "factors" || part === "domains") {
    return field === "title" || field === "domain" ? path.slice(0, 3) : path.slice(0, 2);
  }
  return path.slice(0, part === "scales" ? 2 : 1);
}

function tell(document: DraftDocument, file: Record<string, unknown>, place: Path, leftOut: LeftOut[]): void {
  const [part, at, field] = place;
  if (part !== "items") {
    if (part === "scales" || part === "intro") leftOut.push({ item: null, part: "other" });
    return;
  }
  const item = (file.items as { code?: string }[])[Number(at)];
  const parts = { options: "choice", show_if: "condition" } as const;
  const known = field === undefined ? "item" : (parts[field as keyof typeof parts] ?? null);
  if (known) leftOut.push({ item: nameOfItem(document.items, item?.code ?? ""), part: known });
}

/** What a form cannot be without, where the draft has none yet. */
const INSTEAD: Readonly<Record<string, unknown>> = {
  format: "hailong.questionnaire/1",
  code: "draft",
  sector: "other",
  title: { vi: "(Chưa có tên)", en: "(No title yet)" },
  source: "–",
  index: { rule: "pooled", weights: null },
};

function takeOut(file: Record<string, unknown>, place: Path): void {
  const [part] = place;
  if (place.length === 1) {
    if (String(part) in INSTEAD) file[String(part)] = INSTEAD[String(part)];
    else delete file[String(part)];
    return;
  }
  let holder: unknown = file;
  for (const step of place.slice(0, -1)) holder = (holder as Record<PropertyKey, unknown>)[step];
  const last = place.at(-1) as PropertyKey;
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete (holder as Record<PropertyKey, unknown>)[last];
}

/** Order of places by their positions, a part after what it holds. */
function compare(one: Path, other: Path): number {
  for (let step = 0; step < Math.max(one.length, other.length); step++) {
    const [first, second] = [one[step], other[step]];
    if (first === second) continue;
    if (first === undefined) return -1;
    if (second === undefined) return 1;
    if (typeof first === "number" && typeof second === "number") return first - second;
    return String(first) < String(second) ? -1 : 1;
  }
  return 0;
}
