import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { ApiProblem } from "./problem";

/** Calls of one key in a minute. */
export const CALLS_A_MINUTE = 300;

/** Wrong keys from one address in ten minutes; many systems share one address, so there is room for a few. */
const WRONG_KEYS = 60;

/** Counts calls in memory; one for a running site, and a new one for each test. */
export interface ApiLimits {
  /** Counts a call of a key. @returns what its caller is told of it. @throws 429 once there were too many. */
  call(keyId: number): Promise<RateHeaders>;
  /** Counts a wrong key. @throws 429 once there were too many. */
  wrongKey(address: string): Promise<void>;
}

/** How much is left (draft-ietf-httpapi-ratelimit-headers). */
export type RateHeaders = Readonly<Record<"RateLimit-Policy" | "RateLimit", string>>;

const WINDOW_SECONDS = 60;

export function createApiLimits(calls = CALLS_A_MINUTE): ApiLimits {
  const byKey = new RateLimiterMemory({ points: calls, duration: WINDOW_SECONDS });
  const told = ({ remainingPoints, msBeforeNext }: RateLimiterRes): RateHeaders => ({
    "RateLimit-Policy": `"key";q=${calls};w=${WINDOW_SECONDS}`,
    RateLimit: `"key";r=${remainingPoints};t=${secondsOf(msBeforeNext)}`,
  });
  const byAddress = new RateLimiterMemory({ points: WRONG_KEYS, duration: 600 });
  return {
    call: (keyId) => consume(byKey, String(keyId), told),
    wrongKey: async (address) => void (await consume(byAddress, address, () => ({}))),
  };
}

async function consume<Told extends Readonly<Record<string, string>>>(
  limiter: RateLimiterMemory,
  key: string,
  told: (state: RateLimiterRes) => Told,
): Promise<Told> {
  try {
    return told(await limiter.consume(key));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = secondsOf(refusal.msBeforeNext);
    throw new ApiProblem(429, `Quá nhiều yêu cầu: thử lại sau ${seconds} giây.`, {
      headers: { "Retry-After": seconds, ...told(refusal) },
    });
  }
}

function secondsOf(milliseconds: number): string {
  return String(Math.max(1, Math.ceil(milliseconds / 1000)));
}
