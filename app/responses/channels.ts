/** How an answer reached the platform; kept with every response, since results by channel stand beside the total. */
export const CHANNELS = ["qr", "kiosk", "paper", "interviewer", "phone", "link", "import"] as const;
export type Channel = (typeof CHANNELS)[number];
