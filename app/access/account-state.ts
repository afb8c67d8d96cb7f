/** How it stands with an account: locked, in use, or waiting for its person with or without a link that still opens it. */
export const ACCOUNT_STATES = ["in-use", "invited", "uninvited", "locked"] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export function accountState(account: {
  active: boolean;
  mustChangePassword: boolean;
  linkUntil: string | null;
}): AccountState {
  if (!account.active) return "locked";
  if (!account.mustChangePassword) return "in-use";
  return account.linkUntil === null ? "uninvited" : "invited";
}
