import { searchable } from "~/i18n/searchable";
import { ACCOUNT_STATES, type AccountState } from "./account-state";
import { ROLES, type Role } from "./roles";

/** What the address asks of the list of accounts. */
export interface AccountsRequest {
  search: string;
  role: Role | null;
  state: AccountState | null;
  /** From 1. */
  page: number;
}

/** Accounts on one page. */
const SHOWN = 50;

export function readAccountsRequest(address: URLSearchParams): AccountsRequest {
  const page = address.get("page") ?? "";
  return {
    search: (address.get("q") ?? "").slice(0, 100).trim(),
    role: ROLES.find((role) => role === address.get("role")) ?? null,
    state: ACCOUNT_STATES.find((state) => state === address.get("state")) ?? null,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** Address of another page of the same list. */
export function accountsAddress({ search, role, state }: AccountsRequest, page: number): string {
  const address = new URLSearchParams();
  if (search) address.set("q", search);
  if (role) address.set("role", role);
  if (state) address.set("state", state);
  address.set("page", String(page));
  return `?${address}`;
}

/** The accounts that were asked for, a page of them, and how many fit in all. */
export function browseAccounts<
  A extends { username: string; displayName: string; unitName: string; role: Role; state: AccountState },
>(accounts: readonly A[], { search, role, state, page }: AccountsRequest) {
  const wanted = searchable(search);
  const fitting = accounts.filter(
    (account) =>
      (role === null || account.role === role) &&
      (state === null || account.state === state) &&
      searchable(`${account.username} ${account.displayName} ${account.unitName}`).includes(wanted),
  );
  const pages = Math.max(1, Math.ceil(fitting.length / SHOWN));
  const shown = Math.min(page, pages);
  return { accounts: fitting.slice((shown - 1) * SHOWN, shown * SHOWN), found: fitting.length, page: shown, pages };
}
