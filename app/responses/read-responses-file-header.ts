import { otherField } from "~/questionnaires/answers";
import type { Item, ItemOf, Questionnaire } from "~/questionnaires/questionnaire-schema";
import { proposeColumn } from "./propose-column";
import { type CellProblem, cellProblem, WHOLE_ROW } from "./read-responses-file-problem";

/** Columns of the sample design. Their names are known; they mean something only together with a design file. */
export const DESIGN_COLUMNS = ["weight", "stratum", "cluster", "population"] as const;
const RECORD_COLUMNS = ["response_id", "unit_code", "unit_id", "channel", "submitted_at", "started_at"] as const;
const REQUIRED_COLUMNS = ["response_id", "unit_code"] as const;

/** How Excel saves its “Unicode Text” and “Text (Tab delimited)”. */
const TABS =
  "các cột cách nhau bằng dấu Tab; trong Excel chọn Lưu thành (Save As), loại “CSV UTF-8” hoặc “Excel Workbook”";

export type RecordColumn = (typeof RECORD_COLUMNS)[number];

/** Where the cells of one item stand in a row. */
export type ItemCells =
  | { kind: "one"; item: Exclude<Item, { type: "multiple" }>; position: number }
  | {
      kind: "options";
      item: ItemOf<"multiple">;
      options: readonly { value: number; name: string; position: number }[];
    };

export interface ResponsesHeader {
  names: readonly string[];
  /** Position of each record column the file has. */
  record: ReadonlyMap<RecordColumn, number>;
  items: readonly ItemCells[];
  /** Columns that a design file names, and where they stand. */
  design: readonly { name: string; position: number }[];
  /** Text columns of `other` options: item code and position. */
  others: readonly { itemCode: string; position: number }[];
  /** Positions of every column that is read, in file order: together they are the content of a row. */
  read: readonly number[];
  /** Codes of items without a column: nobody was asked them. */
  notAsked: ReadonlySet<string>;
  warnings: readonly string[];
}

/** Reads the header row against the questionnaire (contracts, section 2). */
export function readResponsesHeader(
  questionnaire: Questionnaire,
  cells: readonly string[],
  designColumns: readonly string[] = [],
): { ok: true; header: ResponsesHeader } | { ok: false; problems: CellProblem[]; unknown: string[] } {
  const names = cells.map((cell) => cell.trim());
  const positions = new Map(names.map((name, position) => [name, position]));
  const known = new Set([...knownColumns(questionnaire), ...designColumns]);
  const unknown = names.filter((name) => name !== "" && !known.has(name));
  const problems = headerProblems(known, names, unknown, designColumns);
  if (problems.length > 0) return { ok: false, problems, unknown };
  const record = new Map(RECORD_COLUMNS.flatMap((name) => pair(name, positions.get(name))));
  const items = questionnaire.items.flatMap((item) => itemCells(item, positions) ?? []);
  const others = questionnaire.items
    .filter(hasOther)
    .flatMap(({ code }) => pair(code, positions.get(otherField(code))))
    .map(([itemCode, position]) => ({ itemCode, position }));
  const design = designColumns.map((name) => ({ name, position: positions.get(name) ?? -1 }));
  const read = [
    ...record.values(),
    ...design.map(({ position }) => position),
    ...items.flatMap((cells) =>
      cells.kind === "one" ? cells.position : cells.options.map(({ position }) => position),
    ),
    ...others.map(({ position }) => position),
  ].sort((a, b) => a - b);
  const withColumn = new Set(items.map(({ item }) => item.code));
  const notAsked = new Set(questionnaire.items.map(({ code }) => code).filter((code) => !withColumn.has(code)));
  const absent = [...known].filter((name) => !positions.has(name));
  const warnings = [
    ...headerWarnings(names, new Set(read), notAsked, items, design.length > 0),
    ...misnamed(absent, unknown),
  ];
  return { ok: true, header: { names, record, items, design, others, read, notAsked, warnings } };
}

function headerProblems(
  known: ReadonlySet<string>,
  names: readonly string[],
  unknown: readonly string[],
  designColumns: readonly string[],
): CellProblem[] {
  if (names.every((name) => name === "")) return [cellProblem(1, WHOLE_ROW, "", "tệp không có dòng tiêu đề")];
  if (names.length === 1 && names[0]?.includes("\t")) return [cellProblem(1, WHOLE_ROW, "", TABS)];
  const missing = REQUIRED_COLUMNS.filter((name) => !names.includes(name)).map((name) => {
    const meant = proposeColumn(name, unknown);
    const proposal = meant === null ? "" : `; nếu là cột “${meant}” của tệp thì đổi tên cột đó thành ${name}`;
    return cellProblem(1, name, "", `thiếu cột bắt buộc${proposal}`);
  });
  const repeated = new Set(names.filter((name, position) => known.has(name) && names.indexOf(name) !== position));
  const undesigned = designColumns
    .filter((name) => !names.includes(name))
    .map((name) => cellProblem(1, name, "", "thiếu cột mà tệp thiết kế nêu"));
  const twice = [...repeated].map((name) => cellProblem(1, name, name, "tên cột bị lặp lại"));
  return [...missing, ...undesigned, ...twice];
}

/** Unknown columns that most likely are known ones under another name. */
function misnamed(absent: readonly string[], unknown: readonly string[]): string[] {
  const pairs = absent.flatMap((name) => {
    const meant = proposeColumn(name, unknown);
    return meant === null ? [] : [`“${meant}” → ${name}`];
  });
  return listed("Có cột bị bỏ qua vì tên gần giống chứ không đúng; đổi tên cột nếu cần", pairs);
}

/** Every column name that means something; of the others a file may have as many as it likes. */
function knownColumns(questionnaire: Questionnaire): ReadonlySet<string> {
  const ofItems = questionnaire.items.flatMap((item) => [
    item.code,
    otherField(item.code),
    ...(item.type === "multiple" ? item.options.map(({ value }) => `${item.code}.${value}`) : []),
  ]);
  return new Set([...RECORD_COLUMNS, ...DESIGN_COLUMNS, ...ofItems]);
}

function itemCells(item: Item, positions: ReadonlyMap<string, number>): ItemCells | null {
  if (item.type !== "multiple") {
    const position = positions.get(item.code);
    return position === undefined ? null : { kind: "one", item, position };
  }
  const options = item.options.flatMap(({ value }) => {
    const name = `${item.code}.${value}`;
    const position = positions.get(name);
    return position === undefined ? [] : [{ value, name, position }];
  });
  return options.length === 0 ? null : { kind: "options", item, options };
}

function hasOther(item: Item): boolean {
  return (item.type === "single" || item.type === "multiple") && item.options.some(({ other }) => other);
}

function headerWarnings(
  names: readonly string[],
  read: ReadonlySet<number>,
  notAsked: ReadonlySet<string>,
  items: readonly ItemCells[],
  designed: boolean,
): string[] {
  const isDesign = (name: string) => (DESIGN_COLUMNS as readonly string[]).includes(name);
  const unread = names.map((name, position) => ({ name, position })).filter(({ position }) => !read.has(position));
  const design = unread.filter(({ name }) => isDesign(name)).map(({ name }) => name);
  const extra = unread.filter(({ name }) => !isDesign(name));
  const incomplete = items.flatMap((cells) =>
    cells.kind === "options"
      ? cells.item.options
          .map(({ value }) => `${cells.item.code}.${value}`)
          .filter((name) => !cells.options.some((option) => option.name === name))
      : [],
  );
  return [
    ...listed(
      "Cột ngoài phiếu, bỏ qua",
      extra.map(({ name, position }) => name || `(cột ${position + 1} không tên)`),
    ),
    ...listed(`Cột thiết kế mẫu, bỏ qua vì ${designed ? "tệp thiết kế không nêu" : "không có tệp thiết kế"}`, design),
    ...listed("Câu hỏi không có cột, coi như không được hỏi", [...notAsked]),
    ...listed("Lựa chọn không có cột, coi như không ai chọn", incomplete),
  ];
}

function listed(heading: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${heading}: ${names.join(", ")}`];
}

function pair<T>(key: T, position: number | undefined): [T, number][] {
  return position === undefined ? [] : [[key, position]];
}
