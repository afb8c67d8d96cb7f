import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Header,
  HeadingLevel,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TextRun,
} from "docx";
import { SIMULATED_MARK } from "~/i18n/names";
import type { DrawnCharts } from "../draw-charts.server";
import { LANDSCAPE_TEXT, MARGINS, PAPER, PORTRAIT_TEXT, staysWithNext } from "../page-layout";
import { printable } from "../printable";
import type { Annex, Block, ReportDocument } from "../report-document";
import { chartBlock } from "./chart-block";
import { contentsBlocks } from "./contents";
import { annexHeading, closingBlocks, letterheadBlocks } from "./letterhead-blocks";
import { SimulatedWatermark } from "./simulated-watermark";
import { DASH_LIST, twips } from "./styles";
import { tableBlock } from "./table-block";

/** What a Word file takes from the report's layout: images, and the headings that begin a page. */
export interface Laid {
  charts: DrawnCharts;
  openers: ReadonlySet<Block>;
}

/** The report in portrait, then each annex, in landscape unless it is narrow, with pages counted anew (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export function reportSections(document: ReportDocument, { charts, openers }: Laid): ISectionOptions[] {
  const body = document.body.flatMap((block, index) =>
    blockChildren(
      block,
      { charts, width: PORTRAIT_TEXT },
      {
        keepNext: staysWithNext(document.body, index),
        pageBreakBefore: openers.has(block),
      },
    ),
  );
  return [
    section(document, "portrait", [
      ...letterheadBlocks(document),
      ...contentsBlocks(document),
      ...body,
      ...closingBlocks(document.closing),
    ]),
    ...document.annexes.map((annex) =>
      section(document, annex.portrait ? "portrait" : "landscape", annexChildren(annex, charts), annex.label),
    ),
  ];
}

function annexChildren({ label, title, reference, portrait, body }: Annex, charts: DrawnCharts): FileChild[] {
  const width = portrait ? PORTRAIT_TEXT : LANDSCAPE_TEXT;
  return [
    ...annexHeading(label, title, reference),
    ...body.flatMap((block) => blockChildren(block, { charts, width })),
  ];
}

function section(
  { simulated }: ReportDocument,
  orientation: keyof typeof ORIENTATIONS,
  children: FileChild[],
  label: string | null = null,
): ISectionOptions {
  const margin = Object.fromEntries(Object.entries(MARGINS).map(([side, millimetres]) => [side, twips(millimetres)]));
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          width: twips(PAPER.width),
          height: twips(PAPER.height),
          orientation: ORIENTATIONS[orientation],
        },
        margin,
        pageNumbers: { start: 1 },
      },
    },
    headers: { first: pageHeader(simulated, null), default: pageHeader(simulated, { label }) },
    children: children.at(-1) instanceof Table ? [...children, sectionEnd()] : children,
  };
}

/** Word ends a section in a paragraph: of a line's height after a table that fills its page it would be a blank page. */
function sectionEnd(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } });
}

const ORIENTATIONS = { portrait: PageOrientation.PORTRAIT, landscape: PageOrientation.LANDSCAPE } as const;

/**
 * Page number in the middle of the top margin, not on the first page; the mark of simulated figures on every page. An
 * annex, whose pages the decree counts anew, names itself before its number, so that no number stands twice.
 */
function pageHeader(simulated: boolean, numbered: { label: string | null } | null): Header {
  const label = numbered?.label ? [new TextRun({ text: `${printable(numbered.label)}   ·   `, size: 28 })] : [];
  const number = numbered ? [...label, new TextRun({ children: [PageNumber.CURRENT], size: 28 })] : [];
  const mark = simulated
    ? [
        new SimulatedWatermark(),
        new TextRun({ text: `${numbered ? "   ·   " : ""}${SIMULATED_MARK}`, size: 22, bold: true }),
      ]
    : [];
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [...number, ...mark] })] });
}

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** `keepNext` for a block that must not be parted from what follows: the last ones, from the signature. */
function blockChildren(
  block: Block,
  { charts, width }: { charts: DrawnCharts; width: number },
  { keepNext = false, pageBreakBefore = false } = {},
): FileChild[] {
  switch (block.kind) {
    case "heading": {
      const children = [new TextRun(printable(block.text))];
      return [new Paragraph({ heading: HEADINGS[block.level], pageBreakBefore, children })];
    }
    case "paragraph":
      return [
        new Paragraph({
          style: "BodyText",
          keepNext,
          pageBreakBefore,
          children: [new TextRun({ text: printable(block.text), ...(block.italics ? { italics: true } : {}) })],
        }),
      ];
    case "list":
      return block.items.map(
        (item, index) =>
          new Paragraph({
            style: "BodyText",
            pageBreakBefore: pageBreakBefore && index === 0,
            numbering: { reference: DASH_LIST, level: 0, custom: true },
            children: [new TextRun(printable(item))],
          }),
      );
    case "table":
      return tableBlock(block.table, width, pageBreakBefore);
    case "chart":
      return chartBlock(block.chart, charts, pageBreakBefore);
    case "author-remark":
      return [remark(block.text, { keepNext, pageBreakBefore })];
  }
}

/** Keeps the frame, which stands outside the text, inside the margins. */
const REMARK_INSET = twips(1.8);

/** Set apart by a frame and a light ground, so that nobody signs a report with a place left open. */
function remark(text: string, breaks: { keepNext: boolean; pageBreakBefore: boolean }): Paragraph {
  const side = { style: BorderStyle.DASHED, size: 4, space: 4, color: "7F7F7F" };
  return new Paragraph({
    style: "AuthorRemark",
    ...breaks,
    indent: { left: REMARK_INSET, right: REMARK_INSET },
    border: { top: side, bottom: side, left: side, right: side },
    shading: { type: ShadingType.CLEAR, fill: "F5F5F5", color: "auto" },
    children: [new TextRun(printable(text))],
  });
}
