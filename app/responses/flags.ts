/**
 * Marks on a response. None of them throws anything away.
 *
 * - `resent`: other answers from a page that had been sent long before, stored as a response of their own
 * - `corrected`: replaced by its sender within the ten minutes after sending
 * - `late`: finished before the close, but arrived after the days of grace
 * - `no-proof`: came without a proof of work while its point was under attack
 * - `burst`: one of more forms in a minute than people can send from one place
 * - `trap`: filled in the field that no person sees, or came faster than anybody can read
 * - `quality`: excluded by an officer after a look at its quality (app/responses/quality); it stays when restored
 */
export const RESPONSE_FLAGS = ["resent", "corrected", "late", "no-proof", "burst", "trap", "quality"] as const;
export type ResponseFlag = (typeof RESPONSE_FLAGS)[number];

/**
 * Marks that keep a response out of results until somebody has reviewed it, the strongest first: a response with several
 * is reviewed under the first of them.
 */
export const HOLDING_FLAGS = ["burst", "trap", "no-proof", "late"] as const satisfies readonly ResponseFlag[];
export type HoldingFlag = (typeof HOLDING_FLAGS)[number];

/** The marks of a stored response, as they stand in its `flags` column. */
export function readFlags(stored: string): ResponseFlag[] {
  return stored.split(",").filter((flag): flag is ResponseFlag => (RESPONSE_FLAGS as readonly string[]).includes(flag));
}

/** Marks as one column, each once. */
export function writeFlags(flags: Iterable<ResponseFlag>): string {
  return [...new Set(flags)].join(",");
}

/** Whether a response with these marks enters results as it arrives. */
export function isCounted(flags: readonly ResponseFlag[]): boolean {
  return !flags.some((flag) => (HOLDING_FLAGS as readonly ResponseFlag[]).includes(flag));
}
