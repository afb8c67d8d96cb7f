import { contentsOf, isListed } from "../contents";
import { LANDSCAPE_TEXT, MARGINS, PAPER, PORTRAIT_TEXT, staysWithNext } from "../page-layout";
import type { Annex, Block, ReportChart, ReportDocument } from "../report-document";
import { blockBoxes } from "./block-boxes";
import { type Box, mm, type Tag, type Typesetter } from "./box";
import type { ChartImage } from "./chart-boxes";
import { contentsBoxes } from "./contents-boxes";
import { annexHeading, closingBox, letterheadBoxes } from "./head-boxes";
import type { PlacedBox } from "./paginate";
import { paginate } from "./paginate";
import { headingPages, withSureHeadings } from "./sure-headings";

/** Pages of one orientation, numbered from 1: the report itself, an annex. */
export interface LaidSection {
  landscape: boolean;
  /** Names an annex beside its page numbers, so that no number stands twice. */
  label: string | null;
  pages: PlacedBox[][];
}

type Charts = ReadonlyMap<ReportChart, ChartImage>;

export interface LaidBody {
  section: LaidSection;
  /** The page of each line of the table of contents; an annex begins on its own page 1. */
  contents: number[];
  /** Blocks that begin a page whoever lays it out. */
  openers: ReadonlySet<Block>;
}

/** The report itself on its pages. */
export function layOutBody(report: ReportDocument, set: Typesetter, charts: Charts): LaidBody {
  const frame = { width: mm(PORTRAIT_TEXT), height: textHeight(false), charts };
  const main: Tag = { type: "Sect", parent: ROOT };
  const entries = contentsOf(report);
  const contents = entries.map(() => 1);
  const listed: Block[] = entries.length > 0 ? report.body.filter(isListed) : [];
  const boxes = [
    ...letterheadBoxes(report, main, set),
    ...contentsBoxes(entries, (entry) => contents[entry] ?? 1, { width: frame.width, parent: main, set }),
    ...report.body.flatMap((block, index) => {
      const own = blockBoxes(block, frame, main, set, staysWithNext(report.body, index));
      const entry = listed.indexOf(block);
      const marks = { block: index, ...(entry < 0 ? {} : { entry }) };
      return own.map((box, at) => (at === 0 ? { ...box, ...marks } : box));
    }),
    closingBox(report.closing, main, set),
  ];
  const { pages, opened } = withSureHeadings(boxes, frame.height);
  for (const [entry, page] of headingPages(pages)) contents[entry] = page;
  const openers = new Set([...opened].flatMap((index) => report.body[index] ?? []));
  return { section: { landscape: false, label: null, pages }, contents, openers };
}

/** An annex on its pages, in landscape unless it is narrow. */
export function layOutAnnex(annex: Annex, set: Typesetter, charts: Charts): LaidSection {
  const landscape = !annex.portrait;
  const frame = { width: mm(landscape ? LANDSCAPE_TEXT : PORTRAIT_TEXT), height: textHeight(landscape), charts };
  const tag: Tag = { type: "Sect", parent: ROOT };
  const body: Box[] = annex.body.flatMap((block) => blockBoxes(block, frame, tag, set));
  const boxes = [annexHeading(annex, frame.width, tag, set), ...body];
  return { landscape, label: annex.label, pages: paginate(boxes, frame.height) };
}

const ROOT: Tag = { type: "Document", parent: null };

/** Room for the line under the last row of a table. */
const LAST_LINE = 0.5;

function textHeight(landscape: boolean): number {
  return mm((landscape ? PAPER.width : PAPER.height) - MARGINS.top - MARGINS.bottom) - LAST_LINE;
}
