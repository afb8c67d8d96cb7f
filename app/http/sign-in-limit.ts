import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Tries at one user name in a quarter of an hour; many people share one address, so an address has room for more. */
const byName = new RateLimiterMemory({ points: 10, duration: 900 });
const byAddress = new RateLimiterMemory({ points: 200, duration: 900 });

/** Counts a try to sign in. Returns 0 when it may go on, else the seconds to wait. Kept in memory only. */
export async function signInLimit(address: string, username: string): Promise<number> {
  try {
    await byName.consume(username.toLowerCase());
    await byAddress.consume(address);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}

/** Forgets the tries at a user name once somebody has signed in with it. */
export async function forgetSignInTries(username: string): Promise<void> {
  await byName.delete(username.toLowerCase());
}
