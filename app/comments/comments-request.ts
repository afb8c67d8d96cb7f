import { carriedFields } from "~/indices/carried-filter";

/** What the address asks of the page of comments. */
export interface CommentsRequest {
  /** Key of a unit or of a node above units; empty: all that the viewer may see. */
  unit: string;
  /** Field of a written question; empty: all. */
  question: string;
  /** Words that must stand in the comment, without regard to case and diacritics. */
  search: string;
  /** From 1. */
  page: number;
  /** The filter of the survey's other rooms, handed on so that it is there on the way back. */
  carried: readonly (readonly [name: string, value: string])[];
}

export function readCommentsRequest(address: URLSearchParams): CommentsRequest {
  const page = address.get("page") ?? "";
  return {
    unit: (address.get("unit") ?? "").slice(0, 100),
    question: (address.get("question") ?? "").slice(0, 100),
    search: (address.get("q") ?? "").slice(0, 100).trim(),
    carried: carriedFields({ pathname: "", search: address.toString() }).filter(([name]) => name !== "unit"),
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** Address of the comments that hold a phrase, of the same unit and question. */
export function searchAddress(request: CommentsRequest, phrase: string): string {
  return addressOf({ ...request, search: phrase }, 1);
}

/** Address of another page of the same comments. */
export function pageAddress(request: CommentsRequest, page: number): string {
  return addressOf(request, page);
}

function addressOf({ unit, question, search, carried }: CommentsRequest, page: number): string {
  const address = new URLSearchParams(carried.map((field) => [...field]));
  if (unit) address.set("unit", unit);
  if (question) address.set("question", question);
  if (search) address.set("q", search);
  if (page > 1) address.set("page", String(page));
  return `?${address}`;
}
