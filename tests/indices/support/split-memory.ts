import { type SplitMemory, type ToldOf, toldOfTable } from "~/indices/split-memory";

/** A memory that lasts as long as a test. */
export function splitMemory(): SplitMemory {
  const kept = new Map<string, { inputs: string; told: ToldOf }>();
  return {
    recall(table, inputs) {
      const last = kept.get(table);
      return last?.inputs === JSON.stringify(inputs) ? { same: last.told } : { last: last?.told ?? null };
    },
    keep(table, inputs, now) {
      kept.set(table, { inputs: JSON.stringify(inputs), told: toldOfTable(now) });
    },
  };
}
