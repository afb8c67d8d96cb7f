/**
 * What a key of the interface for machines may do: `read` the units, surveys, forms and masked results in its scope; `submit`
 * responses to one survey; `responses`: take the anonymised records of finalised surveys that bodies in its scope run.
 */
export const API_SCOPES = ["read", "submit", "responses"] as const;
export type ApiScope = (typeof API_SCOPES)[number];
