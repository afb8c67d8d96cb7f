import { randomInt } from "node:crypto";
import { CODE_ALPHABET, CODE_LENGTH, codeFrom } from "./code";

/** A random code: unpredictable, so that nobody can walk through the points of a province. */
export function drawCode(): string {
  return codeFrom(Array.from({ length: CODE_LENGTH - 1 }, () => randomInt(CODE_ALPHABET.length)));
}
