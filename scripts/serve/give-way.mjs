import { platform, setPriority } from "node:os";

/** Of a thread that counts, reads or draws beside those who wait for a page; 0 is everybody's, 19 the last. */
const NICENESS = 10;

// Linux sets it for the thread that asks; elsewhere it would slow the whole server.
if (platform() === "linux") setPriority(NICENESS);
