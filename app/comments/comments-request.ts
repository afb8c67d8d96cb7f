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
}

export function readCommentsRequest(address: URLSearchParams): CommentsRequest {
  const page = address.get("page") ?? "";
  return {
    unit: (address.get("unit") ?? "").slice(0, 100),
    question: (address.get("question") ?? "").slice(0, 100),
    search: (address.get("q") ?? "").slice(0, 100).trim(),
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** Address of the comments that hold a phrase, of the same unit and question. */
export function searchAddress({ unit, question }: CommentsRequest, phrase: string): string {
  const address = new URLSearchParams();
  if (unit) address.set("unit", unit);
  if (question) address.set("question", question);
  address.set("q", phrase);
  return `?${address}`;
}

/** Address of another page of the same comments. */
export function pageAddress({ unit, question, search }: CommentsRequest, page: number): string {
  const address = new URLSearchParams();
  if (unit) address.set("unit", unit);
  if (question) address.set("question", question);
  if (search) address.set("q", search);
  address.set("page", String(page));
  return `?${address}`;
}
