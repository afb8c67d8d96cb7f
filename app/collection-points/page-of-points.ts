import { searchable } from "~/i18n/searchable";

/** Rows of one page: few enough that a phone scrolls through them. */
export const POINTS_ON_A_PAGE = 20;

interface Listed {
  id: number;
  unitName: string;
  label: string;
  code: string;
}

/** One page of a survey's points: those that match the search in the address, on the page it names. */
export interface PageOfPoints<P> {
  points: P[];
  /** Of all points, before the search. */
  total: number;
  /** Ids of every point that matches, on whatever page. */
  matching: number[];
  search: string;
  page: number;
  pages: number;
}

/**
 * The page that an address asks for (`q`, `page`). Names are found without diacritics, codes without their hyphen; a page
 * beyond the last is the last.
 */
export function pageOfPoints<P extends Listed>(points: readonly P[], address: URLSearchParams): PageOfPoints<P> {
  const search = (address.get("q") ?? "").trim().slice(0, 200);
  const wanted = searchable(search);
  const code = wanted.replaceAll("-", "");
  const matching = points.filter(
    (point) =>
      searchable(`${point.unitName} ${point.label}`).includes(wanted) ||
      point.code.replaceAll("-", "").toLowerCase().includes(code),
  );
  const pages = Math.max(1, Math.ceil(matching.length / POINTS_ON_A_PAGE));
  const asked = Number(address.get("page") ?? "1");
  const page = Number.isSafeInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  const first = (page - 1) * POINTS_ON_A_PAGE;
  return {
    points: matching.slice(first, first + POINTS_ON_A_PAGE),
    total: points.length,
    matching: matching.map(({ id }) => id),
    search,
    page,
    pages,
  };
}
