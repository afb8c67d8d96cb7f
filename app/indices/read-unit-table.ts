import { UNIT_ORDERS, type UnitOrder, type UnitTableRequest } from "./results-view";

/** What the address asks of the table of units: `?q=`, `?sort=rate` or `?sort=-rate`, `?page=2`. Anything else is the default. */
export function readUnitTable(address: URLSearchParams): UnitTableRequest {
  const sort = address.get("sort") ?? "";
  const asked = sort.replace(/^-/, "");
  const order = UNIT_ORDERS.find((candidate) => candidate === asked) ?? "tree";
  const page = /^[1-9]\d{0,5}$/.test(address.get("page") ?? "") ? Number(address.get("page")) : 1;
  return { search: (address.get("q") ?? "").slice(0, 100), order, descending: sort.startsWith("-"), page };
}

/** Address that orders by a column: ascending first, the other way round on the second press. */
export function sortAddress(current: UnitTableRequest, order: UnitOrder): string {
  const descending = current.order === order && !current.descending;
  return addressOf({ ...current, order, descending, page: 1 });
}

/** Address of another page in the same order. */
export function pageAddress(current: UnitTableRequest, page: number): string {
  return addressOf({ ...current, page });
}

function addressOf({ search, order, descending, page }: UnitTableRequest): string {
  const address = new URLSearchParams();
  if (search) address.set("q", search);
  if (order !== "tree" || descending) address.set("sort", descending ? `-${order}` : order);
  if (page > 1) address.set("page", String(page));
  return `?${address}`;
}
