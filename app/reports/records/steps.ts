/** Work on many records that stops now and then, so that whoever does it can let others in between. */
export type Steps<Made> = Generator<void, Made, void>;

/** Records gone through between two stops: some milliseconds. */
export const RECORDS_AT_ONCE = 20_000;

/** Does all steps without a pause. */
export function atOnce<Made>(steps: Steps<Made>): Made {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
