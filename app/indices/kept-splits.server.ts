import { createHash } from "node:crypto";
import { deflateSync, inflateSync } from "node:zlib";
import { z } from "zod";
import type { Database } from "~db/open-database.server";
import { findPublishedMasks, keepPublishedMasks } from "~db/repositories/published-masks";
import { type SplitMemory, type ToldOf, type ToldTable, toldOfTable } from "./split-memory";

/** Raised with every change of what is masked: what was kept by other rules is reckoned anew. */
const SPLIT_RULES = 1;

/** How often a question is answered again where another is told at the same moment. */
const TRIES = 4;

/** What is kept of a table: of every unit × cell the last number told, −1 − it where it is withheld since. */
const keptTable = z.object({ units: z.array(z.string()), cells: z.array(z.string()), numbers: z.array(z.int()) });

/** Whose part of which survey the tables are of. */
interface Told {
  surveyId: number;
  part: string;
}

/**
 * Does work that tells tables of units × values, with what was told of them last, and keeps what it tells before anybody sees
 * it; again where others told one of the same tables meanwhile.
 * @param tables those that the work may tell (`tablesOf`).
 */
export async function rememberingSplits<Made>(
  database: Database,
  { surveyId, part }: Told,
  tables: readonly string[],
  work: (memory: SplitMemory) => Promise<Made>,
): Promise<Made> {
  const partOf = (table: string) => `${part}|${table}`;
  for (let tries = 1; ; tries++) {
    const last = new Map<string, { batch: number; sign: string; masks: string }>();
    for (const table of tables) {
      const kept = await findPublishedMasks(database, { surveyId, part: partOf(table) });
      if (kept) last.set(table, kept);
    }
    const told = new Map<string, { sign: string; masks: string }>();
    const made = await work({
      recall(table, inputs) {
        const kept = last.get(table);
        if (!kept) return { last: null };
        return kept.sign === signOf(inputs) ? { same: readTable(kept.masks) } : { last: readTable(kept.masks) };
      },
      keep: (table, inputs, now) => void told.set(table, { sign: signOf(inputs), masks: writeTable(now) }),
    });
    let stands = true;
    for (const [table, now] of told) {
      const next = { surveyId, part: partOf(table), batch: last.get(table)?.batch ?? 0, ...now };
      stands = (await keepPublishedMasks(database, next)) && stands;
    }
    if (stands || tries === TRIES) return made;
  }
}

function signOf(inputs: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify([SPLIT_RULES, inputs]))
    .digest("hex");
}

function writeTable({ units, cells, told }: ToldTable): string {
  const numbers = told.map(({ isHidden, least }) => (isHidden ? -1 - least : least));
  return deflateSync(JSON.stringify({ units, cells, numbers })).toString("base64");
}

function readTable(text: string): ToldOf {
  const json: unknown = JSON.parse(inflateSync(Buffer.from(text, "base64")).toString());
  const { units, cells, numbers } = keptTable.parse(json);
  const told = numbers.map((number) =>
    number < 0 ? { isHidden: true, least: -1 - number } : { isHidden: false, least: number },
  );
  return toldOfTable({ units, cells, told });
}
