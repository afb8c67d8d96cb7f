/** Where the making of a large file stands. */
export type FileJobState = "waiting" | "running" | "done" | "failed" | "cancelled";
