/** English of officers' phrases: accounts. */
export const ACCOUNTS_ENGLISH = {} as const;
