import {
  AlignmentType,
  type INumberingOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
} from "docx";

/** Twentieths of a point, rounded: docx's own conversion rounds down, which makes a margin of 20 mm fall short. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/**
 * Page and type of an administrative document: NĐ 30/2020/NĐ-CP, Phụ lục I, mục I (giấy A4, lề, phông chữ, số trang) and
 * mục II (thể thức). Sizes are in half-points as in the file format.
 */
export const FONT = "Times New Roman";
export const BODY_SIZE = 28;
export const TABLE_SIZE = 22;
export const FIRST_LINE = twips(12.7);

export const DASH_LIST = "dash-list";

const heading = (size: number, before: number) => ({
  run: { bold: true, size, color: "000000", font: FONT, italics: false },
  paragraph: { spacing: { before, after: 120 }, indent: { firstLine: FIRST_LINE }, keepNext: true },
});

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: BODY_SIZE, color: "000000", language: { value: "vi-VN", eastAsia: "vi-VN" } },
    },
    heading1: heading(BODY_SIZE, 240),
    heading2: heading(BODY_SIZE, 120),
    heading3: heading(BODY_SIZE, 120),
  },
  paragraphStyles: [
    style("BodyText", "Body Text", {
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine: FIRST_LINE },
        spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO },
      },
    }),
    style("TableText", "Table Text", { run: { size: TABLE_SIZE }, paragraph: { spacing: { before: 30, after: 30 } } }),
    style("TableNote", "Table Note", {
      run: { size: TABLE_SIZE, italics: true },
      paragraph: { alignment: AlignmentType.JUSTIFIED, spacing: { before: 40, after: 0 } },
    }),
    style("TableCaption", "Table Caption", {
      run: { size: 26, bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 160, after: 80 }, keepNext: true },
    }),
    style("ContentsTitle", "Contents Title", {
      run: { size: 26, bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 60 }, keepNext: true },
    }),
    contents("TOC1", "toc 1", 0, true),
    contents("TOC2", "toc 2", twips(8), false),
    style("FigureCaption", "Figure Caption", {
      run: { size: 26, bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 40, after: 160 }, keepLines: true },
    }),
    style("AuthorRemark", "Author Remark", {
      run: { italics: true },
      paragraph: { alignment: AlignmentType.JUSTIFIED, spacing: { before: 60, after: 120 } },
    }),
    style("Letterhead", "Letterhead", {
      run: { size: 26 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0 } },
    }),
    style("Recipients", "Recipients", { run: { size: 22 }, paragraph: { spacing: { before: 0, after: 0 } } }),
  ],
};

/** A line of the table of contents: its page stands at the right end of a dotted line. */
function contents(id: string, name: string, left: number, bold: boolean): IParagraphStyleOptions {
  return style(id, name, {
    run: { size: 24, bold },
    paragraph: { spacing: { before: bold ? 40 : 0, after: 0 }, indent: { left } },
  });
}

function style(id: string, name: string, options: Omit<IParagraphStyleOptions, "id" | "name">): IParagraphStyleOptions {
  return { id, name, basedOn: "Normal", quickFormat: true, ...options };
}

/** "- " items indented like the body's first lines, as administrative documents set them. */
export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: DASH_LIST,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: "-",
          suffix: LevelSuffix.SPACE,
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 0, firstLine: FIRST_LINE } }, run: { font: FONT } },
        },
      ],
    },
  ],
};
