/** Where the drawing of a large file of posters stands. */
export type PosterJobState = "waiting" | "running" | "done" | "failed" | "cancelled";
