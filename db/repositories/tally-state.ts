import { TALLY_FORMAT } from "~/indices/tally-plan";
import type { Database } from "../open-database.server";
import { prepareOnce } from "./prepare-once";

/** How far responses have been folded; what the tallies mean. */
export interface TallyState {
  folded: number;
  generation: number;
  format: number;
  timeZone: string;
}

/** The format of tallies that nobody can read: they are folded anew. */
const NO_FORMAT = 0;

const statementsOf = prepareOnce(({ $client }) => ({
  state: $client.prepare("select folded, generation, format, time_zone as timeZone from tally_state where id = 1"),
  move: $client.prepare(
    "update tally_state set folded = ?, generation = generation + 1, format = ?, time_zone = ? where id = 1 and generation = ?",
  ),
  anew: $client.prepare("update tally_state set format = ? where id = 1 and generation = ?"),
}));

/** Inside the caller's transaction. */
export function tallyStateNow(database: Database): TallyState {
  return statementsOf(database).state.get() as TallyState;
}

/** The last response that the tallies hold; 0 where they are of another format. */
export function foldedUpTo({ format, folded }: TallyState): number {
  return format === TALLY_FORMAT ? folded : 0;
}

/** Moves on from a generation, inside the caller's transaction; false where others have. */
export function moveTallyStateNow(
  database: Database,
  { generation, upTo, timeZone }: { generation: number; upTo: number; timeZone: string },
): boolean {
  return statementsOf(database).move.run(upTo, TALLY_FORMAT, timeZone, generation).changes > 0;
}

/** Has the next fold begin again from the first response, unless one has just been there. */
export function foldAnew(database: Database, { generation }: TallyState): void {
  statementsOf(database).anew.run(NO_FORMAT, generation);
}
