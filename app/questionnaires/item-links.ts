/** How an item of a version follows one of the version before (statistics: "Comparing years and units"). */
export const ITEM_LINKS = ["same", "reworded", "new", "dropped"] as const;
export type ItemLink = (typeof ITEM_LINKS)[number];
