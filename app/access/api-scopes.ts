/**
 * What a key of the interface for machines may do: `read` the units, surveys, forms and masked results in its scope; `submit`
 * responses to one survey.
 */
export const API_SCOPES = ["read", "submit"] as const;
export type ApiScope = (typeof API_SCOPES)[number];
