import { FILTER_NAMES, type FilterName } from "./analysis-filter";

/** Rooms of a survey that heed the filter, or at least hand it on, by the end of their address. */
const ROOMS = ["results", "quality", "analysis", "trend", "comments"];

/** Fields of the filter in an address, with the unit of a page about one: what the tabs of the survey hand on. */
export function carriedFields({ pathname, search }: { pathname: string; search: string }): [string, string][] {
  const address = new URLSearchParams(search);
  const [, ofPage] = /^\/surveys\/\d+\/results\/([^/]+)$/.exec(pathname) ?? [];
  if (ofPage !== undefined) address.set("unit", decoded(ofPage));
  return FILTER_NAMES.flatMap((name): [string, string][] => {
    const value = address.get(name) ?? "";
    return value === "" ? [] : [[name, value]];
  });
}

/** Address of a page of the survey with the filter, where the page is one of the rooms; results of a unit have an address of their own. */
export function withCarried(to: string, fields: readonly (readonly [name: string, value: string])[]): string {
  const room = to.slice(to.lastIndexOf("/") + 1);
  if (!ROOMS.includes(room) || fields.length === 0) return to;
  const unit = room === "results" ? fields.find(([name]) => name === "unit")?.[1] : undefined;
  const path = unit === undefined ? to : `${to}/${encodeURIComponent(unit)}`;
  const rest = fields.filter(([name]) => unit === undefined || name !== "unit").map((field) => [...field]);
  return rest.length === 0 ? path : `${path}?${new URLSearchParams(rest)}`;
}

/**
 * What of a carried filter a page does not heed: results, trends and comments know the unit, quality nothing of it. The
 * analysts' room says so itself.
 */
export function unheeded(pathname: string, fields: readonly (readonly [name: string, value: string])[]): FilterName[] {
  const [, room = ""] = /^\/surveys\/\d+\/([a-z]+)/.exec(pathname) ?? [];
  if (room === "analysis" || !ROOMS.includes(room)) return [];
  const names = new Set(fields.map(([name]) => name));
  return FILTER_NAMES.filter((name) => names.has(name) && (name !== "unit" || room === "quality"));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
