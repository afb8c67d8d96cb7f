/** What officers call the columns of a responses file in their own sheets, as {@link plain} writes it. */
const USUAL_NAMES: Readonly<Record<string, readonly string[]>> = {
  response_id: ["maphieu", "sophieu", "idphieu", "matraloi"],
  unit_code: ["madonvi", "madv", "donvi", "macoquan", "unit"],
  channel: ["kenh", "cachthu", "hinhthuc"],
  submitted_at: ["ngaynop", "ngaykhaosat", "thoigiannop", "ngaygionop", "ngay", "timestamp", "submitted"],
  started_at: ["ngaybatdau", "thoigianbatdau", "started"],
};

/** Names shorter than this differ in a letter or two by nature, as the codes of questions do. */
const SHORTEST_MISSPELT = 6;
const MOST_EDITS = 2;

/**
 * For a column that a file should have, the one of its unknown columns that most likely is meant: the same but for case,
 * marks and signs, a usual Vietnamese name, or misspelt by a letter or two. `null` where none is near.
 */
export function proposeColumn(wanted: string, unknown: readonly string[]): string | null {
  const sought = plain(wanted);
  const usual = USUAL_NAMES[wanted] ?? [];
  const named = unknown.filter((name) => plain(name) !== "");
  const misspelt = (name: string) => sought.length >= SHORTEST_MISSPELT && edits(plain(name), sought) <= MOST_EDITS;
  return (
    named.find((name) => plain(name) === sought) ??
    named.find((name) => usual.includes(plain(name))) ??
    named.find(misspelt) ??
    null
  );
}

/** Letters and digits alone, in lower case and without marks; numbers without leading zeros. */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[^a-z0-9]/g, "")
    .replace(/(?<!\d)0+(?=\d)/g, "");
}

/** Levenshtein's distance (1965): letters put in, left out or changed. */
function edits(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1];
    for (const [at, aim] of [...other].entries()) {
      const [left = 0, over = 0, before = 0] = [line[at], above[at + 1], above[at]];
      line.push(Math.min(left + 1, over + 1, before + (letter === aim ? 0 : 1)));
    }
    above = line;
  }
  return above[other.length] ?? 0;
}
