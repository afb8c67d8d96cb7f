/**
 * Versions of the notice that stands before the first question, named after the month they came into use. A change of
 * what it says about purpose, use, publication or keeping is a new version, and each response tells which one it was
 * given under.
 */
export const NOTICE_VERSIONS = ["2026-11"] as const;
export type NoticeVersion = (typeof NOTICE_VERSIONS)[number];

/** The version that pages show today. */
export const NOTICE_VERSION: NoticeVersion = "2026-11";
