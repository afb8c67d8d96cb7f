/** What a key of the interface for machines may do. */
export const API_SCOPES = ["read", "submit"] as const;
export type ApiScope = (typeof API_SCOPES)[number];
