import { forgetForm, keptForms } from "./outbox";
import { sendKept } from "./send-kept";

const ANSWER_MS = 10_000;

/** Forms that wait on this tablet, refused ones among them; what is left of those that were taken is cleared away. */
export async function countKept(): Promise<number> {
  const kept = await keptForms().catch(() => []);
  for (const { sequence, taken } of kept) if (taken) await forgetForm(sequence ?? -1).catch(() => undefined);
  return kept.filter(({ taken }) => !taken).length;
}

/**
 * Tells the server that the tablet is there and what waits on it, and sends what waits.
 * @returns whether the server knows the tablet; null where no answer came.
 */
export async function beat(home: string): Promise<boolean | null> {
  const queue = await countKept();
  const known = await tell(home, queue);
  if (!known || queue === 0) return known;
  await sendKept().catch(() => undefined);
  const left = await countKept();
  return left < queue ? tell(home, left) : known;
}

async function tell(home: string, queue: number): Promise<boolean | null> {
  try {
    const answer = await fetch(`${home}/heartbeat`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ queue }),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    if (answer.ok) return true;
    return answer.status === 403 ? false : null;
  } catch {
    return null;
  }
}
