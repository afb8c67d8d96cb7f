/** The site must not or cannot start; the message is all that its reader needs. */
export class StartRefused extends Error {}
