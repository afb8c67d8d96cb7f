import type { RemarkPlace } from "./remark-places";

/**
 * A report as a list of blocks of text, without a word about DOCX: what is said stands here, how it looks is the
 * writer's. Every figure is already formatted; a writer adds no number of its own.
 */
export interface ReportDocument {
  letterhead: Letterhead;
  /** "BÁO CÁO" or "KẾ HOẠCH" and, beneath it, what the report is about. */
  kind: string;
  subject: string;
  /** Lines under the subject in brackets: provisional figures, simulated figures. */
  marks: string[];
  /** To whom it is sent, under its title: "Kính gửi: …"; absent where the recipients at its foot are all. */
  addressee?: string | undefined;
  simulated: boolean;
  body: Block[];
  closing: Closing;
  annexes: Annex[];
  /** Day of the document, ISO; also the date in the file's properties, so that equal input gives equal bytes. */
  day: string;
}

/** Names at the head of an administrative document (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II); "\n" parts their lines. */
export interface Letterhead {
  superior: string | null;
  issuer: string;
  /** "Số:      /BC-SYT"; the registry writes the number. */
  number: string;
  /** "Thanh Hóa, ngày 05 tháng 12 năm 2026". */
  placeAndDay: string;
}

export interface Closing {
  recipients: string[];
  /** Authority and title above the signature, such as "GIÁM ĐỐC". */
  signatory: string[];
  /** Who signs; a place to write the name in where it is not known. */
  signer?: string | undefined;
}

export interface Annex {
  /** "Phụ lục I". */
  label: string;
  title: string;
  /** "(Kèm theo Báo cáo số …)"; "\n" parts its lines. */
  reference: string;
  /** Whether its tables are narrow enough to stand upright; else it lies across. */
  portrait?: boolean | undefined;
  body: Block[];
}

export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  /**
   * Italic where documents set a text apart, as they do the grounds at their head. `until`: stands only until the authors have
   * written in that place.
   */
  | { kind: "paragraph"; text: string; italics?: true; until?: RemarkPlace }
  | { kind: "list"; items: string[] }
  | { kind: "table"; table: ReportTable }
  /** Drawn from figures that a table of the same section holds. */
  | { kind: "chart"; chart: ReportChart }
  /**
   * A place the issuing body has to write in itself; nothing computed stands in it. `place`: what it wrote there is kept
   * with the report.
   */
  | { kind: "author-remark"; text: string; place?: RemarkPlace };

export interface ReportChart {
  caption: string;
  /** What it shows, in words, for whoever does not see it. */
  alternative: string;
  drawing: ChartDrawing;
}

/** Shares from 0 to 1 with their texts: who draws it formats no number. */
export type ChartDrawing =
  | {
      kind: "ranges";
      /** Bars from 0 with their intervals, or points where the place counts and not the length. */
      style: "bars" | "points";
      rows: RangeRow[];
      target: { value: number; text: string } | null;
    }
  | { kind: "shares"; levels: string[]; rows: { label: string; shares: number[]; texts: string[] }[] };

export interface RangeRow {
  label: string;
  value: number;
  interval: readonly [number, number] | null;
  text: string;
  strong: boolean;
}

/** What a column holds; numbers stand to the right, codes in the middle, text to the left. */
export type ReportColumnKind = "text" | "code" | "number";

export interface ReportColumn {
  kind: ReportColumnKind;
  /** Share of the table's width, in millimetres where the widths add up to the text's width. */
  width: number;
}

export interface ReportCell {
  text: string;
  /** Columns the cell spans. */
  span?: number | undefined;
  /** Header rows the cell spans. */
  rows?: number | undefined;
}

export interface ReportRow {
  cells: ReportCell[];
  /** Group and total rows are set in bold. */
  strong?: boolean | undefined;
}

export interface ReportTable {
  caption: string;
  columns: ReportColumn[];
  /** Repeated at the top of every page. */
  header: ReportCell[][];
  rows: ReportRow[];
  notes: string[];
}

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: "heading", level, text });
export const paragraph = (text: string): Block => ({ kind: "paragraph", text });
export const list = (items: string[]): Block => ({ kind: "list", items });
export const authorRemark = (text: string, place?: RemarkPlace): Block => ({
  kind: "author-remark",
  text,
  ...(place ? { place } : {}),
});

/** Cells from plain texts. */
export function cells(...texts: string[]): ReportCell[] {
  return texts.map((text) => ({ text }));
}

/**
 * A table with one header row, the commonest kind: `columns` name, kind and width together.
 */
export function table(parts: {
  caption: string;
  columns: (ReportColumn & { title: string })[];
  rows: ReportRow[];
  notes?: string[];
}): Block {
  return {
    kind: "table",
    table: {
      caption: parts.caption,
      columns: parts.columns.map(({ kind, width }) => ({ kind, width })),
      header: [parts.columns.map(({ title }) => ({ text: title }))],
      rows: parts.rows,
      notes: parts.notes ?? [],
    },
  };
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"] as const;

export function roman(number: number): string {
  return ROMAN[number - 1] ?? String(number);
}

/**
 * Numbers headings as administrative documents do ("I.", then "1." anew under each), and captions "Bảng 1.", "Hình 1."
 * through the whole document, annexes included.
 */
export function numbered(document: ReportDocument): ReportDocument {
  const counts = { tables: 0, charts: 0 };
  const body = withCaptionNumbers(withHeadingNumbers(document.body), counts);
  return {
    ...document,
    body,
    annexes: document.annexes.map((annex) => ({ ...annex, body: withCaptionNumbers(annex.body, counts) })),
  };
}

function withHeadingNumbers(blocks: readonly Block[]): Block[] {
  const counts = [0, 0, 0];
  return blocks.map((block) => {
    if (block.kind !== "heading") return block;
    const own = (counts[block.level - 1] ?? 0) + 1;
    counts.fill(0, block.level);
    counts[block.level - 1] = own;
    const number = block.level === 1 ? roman(own) : counts.slice(1, block.level).join(".");
    return { ...block, text: `${number}. ${block.text}` };
  });
}

function withCaptionNumbers(blocks: readonly Block[], counts: { tables: number; charts: number }): Block[] {
  return blocks.map((block) => {
    if (block.kind === "chart") {
      counts.charts += 1;
      return { kind: "chart", chart: { ...block.chart, caption: `Hình ${counts.charts}. ${block.chart.caption}` } };
    }
    if (block.kind !== "table") return block;
    counts.tables += 1;
    return { kind: "table", table: { ...block.table, caption: `Bảng ${counts.tables}. ${block.table.caption}` } };
  });
}
