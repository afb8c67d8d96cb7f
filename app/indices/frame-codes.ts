/**
 * Codes of the columns of a response frame. A code of 0 or more is the position of the answer among the levels or
 * options of the item; the two below are the only reasons for having none, and they are counted apart.
 */
export const MISSING = -1;
export const NOT_ASKED = -2;

/** Adding this to a code makes it an index of a table that starts with {@link NOT_ASKED} and {@link MISSING}. */
export const CODE_OFFSET = 2;
