import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/**
 * Wrong codes in ten minutes: one address may try a few, so that nobody can shut the others out, and all together so few
 * that guessing one of 894 million codes while it is good stays hopeless.
 */
const byAddress = new RateLimiterMemory({ points: 20, duration: 600 });
const byAll = new RateLimiterMemory({ points: 300, duration: 600 });

/** Counts a try at a one-time code. Returns 0 when it may go on, else the seconds to wait. Kept in memory only. */
export async function enrolmentLimit(address: string): Promise<number> {
  try {
    await byAddress.consume(address);
    await byAll.consume("all");
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}

/** Takes back a try that was no guess: the code was right, or could not be one. */
export async function forgiveEnrolmentTry(address: string): Promise<void> {
  await byAddress.reward(address);
  await byAll.reward("all");
}
