import type { Database } from "../open-database.server";

/**
 * Statements prepared at first use and kept with the connection: rebuilding a drizzle query costs seventeen times as
 * much as running it, which the public page and its submission would pay at every visit.
 */
export function prepareOnce<S>(prepare: (database: Database) => S): (database: Database) => S {
  const kept = new WeakMap<Database, S>();
  return (database) => {
    let statements = kept.get(database);
    if (statements === undefined) {
      statements = prepare(database);
      kept.set(database, statements);
    }
    return statements;
  };
}
