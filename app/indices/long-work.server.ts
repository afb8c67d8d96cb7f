import { setTimeout as pause } from "node:timers/promises";
import type { ReadingProgress } from "./reading-progress";

/** What has been made, or how far it is. */
export type Look<Made> = { made: Made } | { progress: ReadingProgress };

interface Making<Made> {
  progress: ReadingProgress;
  made: Promise<Made>;
}

/**
 * Work on many responses that goes on when the page that asked for it has stopped waiting: each is done once for all who ask,
 * by what it depends on, and the last few are kept.
 */
export class LongWork<Made> {
  readonly #kept = new Map<string, Made>();
  readonly #underWay = new Map<string, Making<Made>>();

  /** @param most kept. */
  constructor(private readonly most: number) {}

  /**
   * What `make` makes, or how far it is after `patienceMs`.
   * @param key everything that it depends on.
   * @throws what `make` throws, to the first who looks after it; then it is begun anew.
   */
  async look(
    key: string,
    make: (tell: (progress: ReadingProgress) => void) => Promise<Made>,
    patienceMs = Number.POSITIVE_INFINITY,
  ): Promise<Look<Made>> {
    const known = this.#kept.get(key);
    if (known !== undefined) return { made: known };
    const making = this.#underWay.get(key) ?? this.#begin(key, make);
    try {
      const late = Number.isFinite(patienceMs) ? [pause(patienceMs, LATE, { ref: false })] : [];
      const made = await Promise.race([making.made, ...late]);
      return made === LATE ? { progress: { ...making.progress } } : { made: made as Made };
    } catch (error) {
      this.#underWay.delete(key);
      throw error;
    }
  }

  /** What `make` makes, however long it takes; where it is begun here, `tell` hears how far it is. */
  async wait(
    key: string,
    make: (tell: (progress: ReadingProgress) => void) => Promise<Made>,
    tell: (progress: ReadingProgress) => void = () => {},
  ): Promise<Made> {
    const look = await this.look(key, (say) =>
      make((progress) => {
        say(progress);
        tell(progress);
      }),
    );
    if ("made" in look) return look.made;
    throw new Error("whoever waits without end is told what was made");
  }

  #begin(key: string, make: (tell: (progress: ReadingProgress) => void) => Promise<Made>): Making<Made> {
    const progress = { read: 0, total: 0 };
    const making = { progress, made: make((news) => Object.assign(progress, news)) };
    this.#underWay.set(key, making);
    // A failure stays until somebody has been told of it: a page that asks again would begin again for ever.
    making.made.then(
      (made) => this.#keep(key, made),
      () => {},
    );
    return making;
  }

  #keep(key: string, made: Made): void {
    this.#underWay.delete(key);
    this.#kept.set(key, made);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > this.most && oldest !== undefined) this.#kept.delete(oldest);
  }
}

const LATE = Symbol("late");
