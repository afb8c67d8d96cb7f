import { z } from "zod";
import { ApiProblem } from "./problem";

/** Most entries of a page. */
export const PAGE_MOST = 200;

const LIMIT_WRONG = `Ghi một số nguyên từ 1 đến ${PAGE_MOST}.`;

/** Parameters of every list. */
export const pageQuery = {
  limit: z.coerce
    .number(LIMIT_WRONG)
    .int(LIMIT_WRONG)
    .min(1, LIMIT_WRONG)
    .max(PAGE_MOST, LIMIT_WRONG)
    .default(100)
    .meta({ description: "Entries of a page", example: 100 }),
  cursor: z.string().max(500).optional().meta({ description: "Where to go on: taken from `next`, never made up" }),
};

/** Address of the page after this one. */
export const nextSchema = z
  .string()
  .nullable()
  .meta({ description: "Address of the next page, as in the Link header; null: this is the last" });

/** A page of entries. */
export function pageOf<T extends z.ZodType>(entry: T) {
  return z.object({ items: z.array(entry), next: nextSchema });
}

/**
 * The page of a list that begins after the cursor. A cursor holds the key of the last entry that was given, so that what
 * is added meanwhile moves nothing.
 * @param of.keyOf unique among the entries; entries stand in ascending order of it.
 */
export function takePage<T>(
  entries: readonly T[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  keyOf: (entry: T) => string,
): { items: T[]; cursor: string | null } {
  const after = cursor === undefined ? null : readCursor(cursor);
  const begin = after === null ? 0 : entries.findIndex((entry) => keyOf(entry) > after);
  const items = begin < 0 ? [] : entries.slice(begin, begin + limit);
  const last = items.at(-1);
  const more = last !== undefined && begin + limit < entries.length;
  return { items, cursor: more ? writeCursor(keyOf(last)) : null };
}

/** A number as a key that stands in the order of numbers. */
export function numberKey(number: number): string {
  return String(number).padStart(15, "0");
}

/** Ascending by the key, letters by code and not by language: the order of cursors. */
export function byKey<T>(keyOf: (entry: T) => string): (one: T, other: T) => number {
  return (one, other) => (keyOf(one) < keyOf(other) ? -1 : 1);
}

/** Address of another page of the same list: the parameters that were asked for, and where to go on. */
export function nextAddress(
  place: { publicUrl: string; path: string },
  asked: Readonly<Record<string, string | number | undefined>>,
  cursor: string | null,
): string | null {
  if (cursor === null) return null;
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) address.set(name, String(value));
  address.set("cursor", cursor);
  return `${place.publicUrl}/api/v1${place.path}?${address}`;
}

function writeCursor(key: string): string {
  return Buffer.from(key, "utf8").toString("base64url");
}

function readCursor(cursor: string): string {
  const key = Buffer.from(cursor, "base64url").toString("utf8");
  if (writeCursor(key) === cursor && key !== "") return key;
  const detail = "Không phải giá trị lấy từ `next`.";
  throw new ApiProblem(422, "Tham số cursor không dùng được.", { errors: [{ parameter: "cursor", detail }] });
}
