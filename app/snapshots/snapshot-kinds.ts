/** `final`: the survey's fixed results. `provisional`: those of a day while answers still came ("số liệu tạm tính"). */
export const SNAPSHOT_KINDS = ["final", "provisional"] as const;
export type SnapshotKind = (typeof SNAPSHOT_KINDS)[number];
