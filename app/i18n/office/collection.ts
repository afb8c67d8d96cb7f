/** English of officers' phrases: collection. */
export const COLLECTION_ENGLISH = {} as const;
