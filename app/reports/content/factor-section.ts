import { capitalized, intervalName } from "~/i18n/names";
import { figureCells, markedRateText, markNotes, meanText, personsText, rateIntervalText } from "~/indices/figures";
import { itemText, OVERALL_RATE_NAME } from "~/indices/measure-names";
import type { MeasureLevel, MeasureRow } from "~/indices/result";
import type { MeasureIndex } from "~/indices/survey-results";
import { isScored } from "~/questionnaires/questionnaire";
import { type Block, cells, heading, paragraph, type ReportRow, table } from "../report-document";
import { distributionChart, rangesChart } from "./chart-blocks";
import { inBothWays, type ReportContext } from "./report-context";
import { scoredByScale } from "./scales";

interface IndexLine {
  code: string;
  title: string;
  strong: boolean;
  row: MeasureRow | undefined;
}

/** Domains with their factors beneath them, and the overall figure last. */
export function factorSection(context: ReportContext): Block[] {
  if (!context.hasIndex) return [];
  const { questionnaire } = context.results;
  const used = new Set(questionnaire.items.filter(isScored).map(({ factor }) => factor));
  const factors = questionnaire.factors.filter(({ code }) => used.has(code));
  // A domain that is one factor of the same name would tell the same figures twice.
  const domains = questionnaire.domains.filter(({ code, title }) => {
    const [first, ...others] = factors.filter(({ domain }) => domain === code);
    return others.length > 0 || first?.title.vi !== title.vi;
  });
  const linesOf = (measures: MeasureIndex) => {
    const line = (level: MeasureLevel, code: string, title: string): IndexLine => ({
      code: level === "overall" ? "" : code,
      title,
      strong: level !== "factor",
      row: measures.find(context.unit, level, code),
    });
    const lineOfFactor = ({ code, title }: (typeof factors)[number]) => line("factor", code, title.vi);
    const ofDomain = (domain: string) => factors.filter((factor) => factor.domain === domain).map(lineOfFactor);
    return [
      ...domains.flatMap(({ code, title }) => withFactors(line("domain", code, title.vi), ofDomain(code))),
      ...factors.filter(({ domain }) => !domains.some(({ code }) => code === domain)).map(lineOfFactor),
      line("overall", "*", OVERALL_RATE_NAME),
    ];
  };
  const name = domains.length > 0 ? "nội dung, yếu tố" : "yếu tố";
  return [
    heading(2, `Kết quả theo ${name}`),
    ...factorChart(context),
    ...inBothWays(context).map(({ measures, called }) =>
      indexTable(context, called(`Chỉ số theo ${name}`), linesOf(measures)),
    ),
  ];
}

/** Factors and the overall figure as bars, of the way that stands first. */
export function factorChart(context: ReportContext): Block[] {
  const { questionnaire } = context.results;
  const used = new Set(questionnaire.items.filter(isScored).map(({ factor }) => factor));
  const [way] = inBothWays(context);
  if (!way) return [];
  const lines = questionnaire.factors
    .filter(({ code }) => used.has(code))
    .map(({ code, title }) => ({
      label: `${code}. ${title.vi}`,
      row: way.measures.find(context.unit, "factor", code),
      strong: false,
    }));
  const overall = { label: OVERALL_RATE_NAME, row: way.measures.find(context.unit, "overall"), strong: true };
  const caption = way.called("Tỷ lệ hài lòng chung và theo yếu tố");
  return rangesChart(context, { caption, style: "bars", lines: [overall, ...lines] });
}

function withFactors(domain: IndexLine, factors: IndexLine[]): IndexLine[] {
  return factors.length === 0 ? [] : [domain, ...factors];
}

/** Every scored item; the distribution of its levels stands in an annex, where there is room for it. */
export function itemSection(context: ReportContext, annexLabel: string): Block[] {
  if (!context.hasIndex) return [];
  const groups = scoredByScale(context.results.questionnaire);
  return [
    heading(2, "Kết quả theo tiêu chí"),
    paragraph(`Phân bố câu trả lời theo từng mức của mỗi tiêu chí xem ${annexLabel}.`),
    ...groups.map(({ items }) =>
      indexTable(
        context,
        "Tỷ lệ hài lòng và điểm trung bình theo tiêu chí",
        items.map((item) => ({
          code: item.code,
          title: itemText(item),
          strong: false,
          row: context.measures.find(context.unit, "item", item.code),
        })),
      ),
    ),
    ...groups.flatMap((group) => distributionChart(context, group)),
  ];
}

function indexTable({ results }: ReportContext, caption: string, lines: readonly IndexLine[]): Block {
  const rows: ReportRow[] = lines.map(({ code, title, strong, row }) => ({
    strong,
    cells: [
      ...cells(code, title),
      ...figureCells(row, [personsText(row), markedRateText(row), rateIntervalText(row), meanText(row)]),
    ],
  }));
  return table({
    caption,
    columns: [
      { title: "Mã", kind: "code", width: 14 },
      { title: "Tên", kind: "text", width: 66 },
      { title: "Số người (n)", kind: "number", width: 18 },
      { title: "Tỷ lệ hài lòng", kind: "number", width: 20 },
      { title: `${capitalized(intervalName(results.survey.basis))} (%)`, kind: "number", width: 27 },
      { title: "Điểm trung bình", kind: "number", width: 15 },
    ],
    rows,
    notes: markNotes(lines.map(({ row }) => row)),
  });
}
