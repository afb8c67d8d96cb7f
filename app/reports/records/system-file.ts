/**
 * SPSS system files (SAV), little-endian, bytecode-compressed, UTF-8, as PSPP's developer's guide describes them ("System
 * File Format"). Made of pieces of bytes in order, so that a file of a million cases needs no memory of its own.
 */
export interface SystemVariable {
  /** At most 64 bytes; see {@link systemNames}. */
  name: string;
  label: string;
  measure: "nominal" | "ordinal" | "scale";
  /** Bytes of a text; 0: a number. */
  width: number;
  decimals?: number;
  /** Meanings of numbers. */
  values?: readonly { value: number; label: string }[];
  /** Numbers that stand outside the base: one to three of them, or a range of more. */
  missing?: readonly number[] | { from: number; to: number };
}

/** A number, a text, or null: system-missing for numbers, blank for texts. */
export type SystemValue = number | string | null;

export interface SystemFile {
  /** At most 64 bytes. */
  title: string;
  /** Day of its figures, ISO. */
  day: string;
  /** What its reader has to know, in lines of at most 80 bytes. */
  notes: readonly string[];
  variables: readonly SystemVariable[];
  cases: number;
  rows: Iterable<readonly SystemValue[]>;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SYSTEM_MISSING = -Number.MAX_VALUE;
/** The number next to SYSTEM_MISSING: the lowest that may stand in a file. */
const LOWEST = (() => {
  const bytes = Buffer.from("feffffffffffefff", "hex");
  return bytes.readDoubleLE(0);
})();
const FORMAT_TEXT = 1;
const FORMAT_NUMBER = 5;
const BIAS = 100;
/** SPSS reads no longer labels, though the file could hold them. */
const LONGEST_LABEL = 255;
const LONGEST_VALUE_LABEL = 120;
const LONGEST_NOTE = 80;
const WORD = 8;

/** The file as pieces of bytes. @throws RangeError on a row of another length, or a text or number in the wrong place. */
export function* systemFile(file: SystemFile): Generator<Buffer> {
  yield headerOf(file);
  const places: number[] = [];
  let place = 1;
  for (const [at, variable] of file.variables.entries()) {
    places.push(place);
    const segments = wordsOf(variable);
    yield variableRecord(variable, at);
    for (let more = 1; more < segments; more++) yield continuationRecord();
    place += segments;
  }
  for (const [at, variable] of file.variables.entries()) yield valueLabels(variable, places[at] ?? 0);
  yield notesRecord(file.notes);
  yield extension(3, 4, integers([1, 0, 0, -1, 1, 1, 2, 65001]));
  yield extension(4, 8, doubles([SYSTEM_MISSING, Number.MAX_VALUE, LOWEST]));
  yield extension(11, 4, integers(file.variables.flatMap(displayOf)));
  const names = file.variables.map(({ name }, at) => `${shortName(at)}=${name}`).join("\t");
  yield extension(13, 1, Buffer.from(names, "utf8"));
  yield extension(16, 8, counts([1, file.cases]));
  yield extension(20, 1, Buffer.from("UTF-8", "latin1"));
  yield integers([999, 0]);
  yield* compressed(file);
}

function headerOf({ title, day, variables, cases }: SystemFile): Buffer {
  const header = Buffer.alloc(176, " ");
  header.write("$FL2", 0, "latin1");
  header.write("@(#) SPSS DATA FILE Hai Long", 4, "latin1");
  header.writeInt32LE(2, 64);
  header.writeInt32LE(
    variables.reduce((sum, variable) => sum + wordsOf(variable), 0),
    68,
  );
  header.writeInt32LE(1, 72);
  header.writeInt32LE(0, 76);
  header.writeInt32LE(cases, 80);
  header.writeDoubleLE(BIAS, 84);
  const [year = "", month = "1", date = "01"] = day.split("-");
  header.write(`${date} ${MONTHS[Number(month) - 1]} ${year.slice(2)}`, 92, "latin1");
  header.write("00:00:00", 101, "latin1");
  cut(title, 64).copy(header, 109);
  header.fill(0, 173);
  return header;
}

function variableRecord({ width, label, decimals = 0, missing = [] }: SystemVariable, at: number): Buffer {
  const text = cut(label, LONGEST_LABEL);
  const format = width > 0 ? (FORMAT_TEXT << 16) | (width << 8) : (FORMAT_NUMBER << 16) | (8 << 8) | decimals;
  const absent = "from" in missing ? [missing.from, missing.to] : missing;
  if (absent.length > 3) throw new RangeError("at most three numbers can be missing one by one");
  const kind = "from" in missing ? -2 : absent.length;
  const name = Buffer.alloc(WORD, " ");
  name.write(shortName(at), "latin1");
  const labelled = text.length === 0 ? [] : [integers([text.length]), padded(text, 4)];
  const head = integers([2, width, Number(text.length > 0), kind, format, format]);
  return Buffer.concat([head, name, ...labelled, doubles(absent)]);
}

function continuationRecord(): Buffer {
  return Buffer.concat([integers([2, -1, 0, 0, 0, 0]), Buffer.alloc(WORD, " ")]);
}

function valueLabels({ values = [] }: SystemVariable, place: number): Buffer {
  if (values.length === 0) return Buffer.alloc(0);
  const entries = values.map(({ value, label }) => {
    const text = cut(label, LONGEST_VALUE_LABEL);
    return Buffer.concat([doubles([value]), padded(Buffer.concat([Buffer.from([text.length]), text]), WORD)]);
  });
  return Buffer.concat([integers([3, values.length]), ...entries, integers([4, 1, place])]);
}

function notesRecord(notes: readonly string[]): Buffer {
  if (notes.length === 0) return Buffer.alloc(0);
  const lines = notes.map((note) => {
    const line = Buffer.alloc(LONGEST_NOTE, " ");
    cut(note, LONGEST_NOTE).copy(line);
    return line;
  });
  return Buffer.concat([integers([6, notes.length]), ...lines]);
}

function displayOf({ measure, width }: SystemVariable): number[] {
  const level = { nominal: 1, ordinal: 2, scale: 3 }[measure];
  return [level, Math.min(40, Math.max(8, width)), width > 0 ? 0 : 1];
}

function extension(kind: number, size: number, content: Buffer): Buffer {
  return Buffer.concat([integers([7, kind, size, content.length / size]), content]);
}

/** Eight codes, then what they stand for: small whole numbers are their code, all else follows in full. */
function* compressed({ variables, rows }: SystemFile): Generator<Buffer> {
  const PIECE = 1 << 16;
  let codes: number[] = [];
  let words: Buffer[] = [];
  let pieces: Buffer[] = [];
  let size = 0;
  const add = (code: number, word?: Buffer) => {
    codes.push(code);
    if (word) words.push(word);
    if (codes.length < WORD) return;
    pieces.push(Buffer.from(codes), ...words);
    size += WORD * (1 + words.length);
    [codes, words] = [[], []];
  };
  for (const row of rows) {
    if (row.length !== variables.length) throw new RangeError(`a row of ${row.length} values`);
    for (const [at, variable] of variables.entries()) addValue(variable, row[at] ?? null, add);
    if (size < PIECE) continue;
    yield Buffer.concat(pieces);
    [pieces, size] = [[], 0];
  }
  while (codes.length > 0) add(0);
  yield Buffer.concat(pieces);
}

const BLANK = 254;
const ABSENT = 255;
const IN_FULL = 253;

function addValue(variable: SystemVariable, value: SystemValue, add: (code: number, word?: Buffer) => void): void {
  if (variable.width === 0) {
    if (typeof value === "string") throw new RangeError(`${variable.name} is a number`);
    if (value === null) add(ABSENT);
    else if (Number.isInteger(value) && value >= 1 - BIAS && value <= 251 - BIAS) add(value + BIAS);
    else add(IN_FULL, doubles([value]));
    return;
  }
  if (typeof value === "number") throw new RangeError(`${variable.name} is a text`);
  const bytes = cut(value ?? "", variable.width);
  const room = Buffer.alloc(wordsOf(variable) * WORD, " ");
  bytes.copy(room);
  for (let start = 0; start < room.length; start += WORD) {
    if (start >= bytes.length) add(BLANK);
    else add(IN_FULL, room.subarray(start, start + WORD));
  }
}

/** Words of a case that a variable takes. */
function wordsOf({ width }: SystemVariable): number {
  return Math.max(1, Math.ceil(width / WORD));
}

/** Names of eight characters, for programs that know no longer ones. */
function shortName(at: number): string {
  return `V${at + 1}`;
}

/** As many of a text's first bytes as there is room for, no letter in halves. */
function cut(text: string, room: number): Buffer {
  const bytes = Buffer.from(text.replace(/[\r\n\t]+/g, " "), "utf8");
  let end = Math.min(bytes.length, room);
  while (end < bytes.length && end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end);
}

function padded(bytes: Buffer, unit: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((unit - (bytes.length % unit)) % unit, " ")]);
}

function integers(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [at, number] of numbers.entries()) bytes.writeInt32LE(number, at * 4);
  return bytes;
}

function doubles(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * WORD);
  for (const [at, number] of numbers.entries()) bytes.writeDoubleLE(number, at * WORD);
  return bytes;
}

function counts(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * WORD);
  for (const [at, number] of numbers.entries()) bytes.writeBigInt64LE(BigInt(number), at * WORD);
  return bytes;
}

/** Words of the command language, which may name no variable. */
const RESERVED = new Set(["ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"]);

/** Names that these files may bear: no word of the command language, and different also where capitals do not count. */
export function systemNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const base = RESERVED.has(name.toUpperCase()) ? `${name}_` : name;
    let free = base;
    for (let number = 2; taken.has(free.toUpperCase()); number++) free = `${base}_${number}`;
    taken.add(free.toUpperCase());
    return free;
  });
}
