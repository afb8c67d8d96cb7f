import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { ApiProblem } from "./problem";

/** Calls of one key in a minute. */
export const CALLS_A_MINUTE = 300;

/** Wrong keys from one address in ten minutes; many systems share one address, so there is room for a few. */
const WRONG_KEYS = 60;

/** Counts calls in memory; one for a running site, and a new one for each test. */
export interface ApiLimits {
  /** Counts a call of a key. @throws 429 once there were too many. */
  call(keyId: number): Promise<void>;
  /** Counts a wrong key. @throws 429 once there were too many. */
  wrongKey(address: string): Promise<void>;
}

export function createApiLimits(calls = CALLS_A_MINUTE): ApiLimits {
  const byKey = new RateLimiterMemory({ points: calls, duration: 60 });
  const byAddress = new RateLimiterMemory({ points: WRONG_KEYS, duration: 600 });
  return {
    call: (keyId) => consume(byKey, String(keyId)),
    wrongKey: (address) => consume(byAddress, address),
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = String(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
    throw new ApiProblem(429, `Quá nhiều yêu cầu: thử lại sau ${seconds} giây.`, {
      headers: { "Retry-After": seconds },
    });
  }
}
