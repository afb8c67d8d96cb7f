import { setImmediate } from "node:timers/promises";
import type { Steps } from "./steps";

/** Does the steps one after another; between two of them the server answers others. */
export async function inTurns<Made>(steps: Steps<Made>): Promise<Made> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
