/** How a tablet behaves towards the people before it; apart from the other rules, since its script needs only these. */

/** Without a touch for so long a tablet asks whether anybody is there, then counts down and wipes the answers. */
export const UNTOUCHED_SECONDS = 45;
export const IDLE_SECONDS = 15;

/** For how long thanks stand before the form opens again. */
export const THANKS_SECONDS = 8;

/** For how long after sending a press on the screen does nothing, against pressing on and on. */
export const DEAF_SECONDS = 5;

/** How often a tablet tells that it is there. */
export const HEARTBEAT_SECONDS = 60;

/** How often an untouched tablet asks for its page anew, as a survey may have opened or closed. */
export const REFRESH_SECONDS = 600;
