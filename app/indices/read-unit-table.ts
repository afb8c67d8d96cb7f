import { UNIT_ORDERS, type UnitOrder, type UnitTableRequest } from "./results-view";

/** What the address asks of the table of units: `?q=` and `?sort=rate` or `?sort=-rate`. Anything else is the default. */
export function readUnitTable(address: URLSearchParams): UnitTableRequest {
  const sort = address.get("sort") ?? "";
  const asked = sort.replace(/^-/, "");
  const order = UNIT_ORDERS.find((candidate) => candidate === asked) ?? "tree";
  return { search: (address.get("q") ?? "").slice(0, 100), order, descending: sort.startsWith("-") };
}

/** Address that orders by a column: ascending first, the other way round on the second press. */
export function sortAddress(current: UnitTableRequest, order: UnitOrder): string {
  const descending = current.order === order && !current.descending;
  const address = new URLSearchParams();
  if (current.search) address.set("q", current.search);
  address.set("sort", descending ? `-${order}` : order);
  return `?${address}`;
}
