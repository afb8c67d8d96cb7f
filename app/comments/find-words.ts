import { type Clause, clausesOf, type ReadText } from "./syllables";

/**
 * Whether a text holds words, side by side in one clause, whole syllables: "ăn" is not in "căn". What is sought without
 * diacritics is found with them and without; what is sought with them is found as it stands, and in texts that have none.
 * Punctuation in what is sought counts for nothing at its ends, and inside it parts clauses that all must be held.
 */
export function finderOf(sought: string): (text: ReadText) => boolean {
  const wanted = clausesOf(sought);
  if (wanted.length === 0) return () => sought.trim() === "";
  return ({ clauses, isBare }) => wanted.every((words) => clauses.some((clause) => holds(clause, words, isBare)));
}

function holds(clause: Clause, words: Clause, isBare: boolean): boolean {
  for (let start = 0; start + words.length <= clause.length; start++) {
    const fits = words.every(({ toned, bare }, at) => {
      const own = clause[start + at];
      return toned === bare || isBare ? own?.bare === bare : own?.toned === toned;
    });
    if (fits) return true;
  }
  return false;
}
