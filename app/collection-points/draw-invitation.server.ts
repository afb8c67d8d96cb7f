import { randomInt } from "node:crypto";
import { CODE_ALPHABET } from "./code";
import { INVITATION_LENGTH, invitationFrom } from "./invitation";

/** A random one-time code. */
export function drawInvitation(): string {
  return invitationFrom(Array.from({ length: INVITATION_LENGTH - 1 }, () => randomInt(CODE_ALPHABET.length)));
}
