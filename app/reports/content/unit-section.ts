import { capitalized, intervalName, ROLL_UP_NAME, SIZE_NAME } from "~/i18n/names";
import { formatCount, formatShare } from "~/i18n/numbers";
import { markedRateText, markNotes, meanText, NOT_APPLICABLE, rateIntervalText, stateOf } from "~/indices/figures";
import { OVERALL_RATE_NAME } from "~/indices/measure-names";
import type { MeasureRow } from "~/indices/result";
import { targetText, targetVerdict, VERDICT_NAMES } from "~/indices/target-verdict";
import { type Block, cells, heading, paragraph, table } from "../report-document";
import { rangesChart } from "./chart-blocks";
import type { ReportContext } from "./report-context";
import { MASKED_PERSONS_NOTE, showsMaskedPersons, unitFigureCells } from "./unit-persons";
import { firstLevelUnits, type ListedUnit, listedUnits } from "./unit-tree";

/** Above this many units the body shows groups and the annex the units. */
export const UNITS_IN_BODY = 30;

/** Lower bounds of the bands in which published units are counted where they are too many to list. */
const BANDS = [0.9, 0.8, 0.7, 0] as const;

/** Units in short: how many have a published figure, and the units or their groups by name. */
export function unitSection(context: ReportContext, annexLabel: string): Block[] {
  if (!context.hasIndex) return [];
  const surveyed = listedUnits(context.results.units).filter(({ unit }) => unit.surveyed);
  const title = heading(2, "Kết quả theo đơn vị");
  if (surveyed.length === 0) return [title, paragraph("Không có kết quả theo đơn vị trong phạm vi báo cáo.")];
  const blocks = [title, paragraph(publicationText(context, surveyed))];
  if (surveyed.length <= UNITS_IN_BODY) {
    const caption = `${OVERALL_RATE_NAME} theo đơn vị`;
    return [
      ...blocks,
      unitTable(context, caption, surveyed),
      ...unitChart(context, `${caption}, xếp theo tên`, surveyed),
      seeAnnex(context, annexLabel),
    ];
  }
  const groups = firstLevelUnits(context.results.units).filter(({ group }) => group);
  const ofGroups = `${OVERALL_RATE_NAME} theo nhóm đơn vị`;
  const sized = groups.filter(({ unit }) => context.sized.find(unit.key, "overall")?.suppressed === null);
  if (groups.length > 1 && sized.length > 0)
    blocks.push(unitTable(context, `${ofGroups} (${SIZE_NAME})`, sized, context.sized));
  if (groups.length > 1) blocks.push(unitTable(context, `${ofGroups} (${ROLL_UP_NAME})`, groups));
  return [...blocks, bandTable(context, surveyed), seeAnnex(context, annexLabel)];
}

function unitChart(context: ReportContext, caption: string, surveyed: readonly ListedUnit[]): Block[] {
  const lines = surveyed.map((listed) => ({ label: listed.name, row: overallOf(context, listed), strong: false }));
  return rangesChart(context, { caption, style: "points", lines });
}

function seeAnnex({ results }: ReportContext, annexLabel: string): Block {
  return paragraph(
    `Đơn vị xếp theo tên, không xếp hạng; kết quả từng đơn vị theo từng yếu tố xem ${annexLabel}. So sánh các đơn vị phải xét ${intervalName(results.survey.basis)} và số người trả lời của từng đơn vị.`,
  );
}

function overallOf({ measures }: ReportContext, { unit }: ListedUnit): MeasureRow | undefined {
  return measures.find(unit.key, "overall");
}

function publicationText(context: ReportContext, surveyed: readonly ListedUnit[]): string {
  const count = (state: ReturnType<typeof stateOf>) =>
    surveyed.filter((listed) => stateOf(overallOf(context, listed)) === state).length;
  const [published, all] = [count("published"), formatCount(surveyed.length)];
  if (published === 0) return `Không đơn vị nào trong ${all} đơn vị khảo sát được công bố chỉ số.`;
  if (published === surveyed.length) return `Dưới đây là kết quả của ${all} đơn vị khảo sát, đều được công bố chỉ số.`;
  return (
    `Dưới đây là kết quả của ${formatCount(published)} đơn vị được công bố chỉ số trong ${all} đơn vị khảo sát; ` +
    `số đơn vị không công bố (${formatCount(count("masked"))}) và chưa có dữ liệu (${formatCount(count("empty"))}) đếm như ở mục Đơn vị khảo sát.`
  );
}

function unitTable(
  context: ReportContext,
  caption: string,
  listed: readonly ListedUnit[],
  measures = context.measures,
): Block {
  const rows = listed.map((entry) => ({ entry, row: measures.find(entry.unit.key, "overall") }));
  const { targetRate: target } = context.results.survey;
  const aimed = target != null;
  return table({
    caption,
    columns: [
      { title: "TT", kind: "code", width: 10 },
      { title: "Đơn vị", kind: "text", width: aimed ? 50 : 70 },
      { title: "Số người (n)", kind: "number", width: 18 },
      { title: "Tỷ lệ hài lòng", kind: "number", width: 20 },
      { title: `${capitalized(intervalName(context.results.survey.basis))} (%)`, kind: "number", width: 27 },
      { title: "Điểm trung bình", kind: "number", width: 15 },
      ...(aimed ? [{ title: `Mục tiêu ${targetText(target)}`, kind: "code" as const, width: 20 }] : []),
    ],
    rows: rows.map(({ entry, row }, index) => ({
      cells: [
        ...cells(String(index + 1), entry.name),
        ...unitFigureCells(entry.unit, row, [
          ...[markedRateText(row), rateIntervalText(row), meanText(row)],
          ...(aimed ? [verdictText(row, target)] : []),
        ]),
      ],
    })),
    notes: [
      ...(rows.some(({ entry, row }) => showsMaskedPersons(entry.unit, row)) ? [MASKED_PERSONS_NOTE] : []),
      ...markNotes(rows.map(({ row }) => row)),
      ...(aimed ? [TARGET_NOTE] : []),
    ],
  });
}

const TARGET_NOTE =
  "So với mục tiêu: “Đạt” khi cả khoảng 95% từ mục tiêu trở lên, “Chưa đạt” khi cả khoảng dưới mục tiêu, còn lại là “Chưa đủ căn cứ”.";

function verdictText(row: MeasureRow | undefined, target: number): string {
  const verdict = targetVerdict(row, target);
  return verdict === null ? NOT_APPLICABLE : VERDICT_NAMES[verdict];
}

function bandTable(context: ReportContext, surveyed: readonly ListedUnit[]): Block {
  const rows = surveyed.map((listed) => overallOf(context, listed));
  const rates = rows.flatMap((row) => (stateOf(row) === "published" && row?.rate != null ? [row.rate] : []));
  const counts = BANDS.map((lower, index) => {
    const upper = BANDS[index - 1];
    const units = rates.filter((rate) => rate >= lower && (upper === undefined || rate < upper)).length;
    return { cells: cells(bandName(lower, upper), formatCount(units)) };
  });
  const without = (state: "masked" | "empty") => formatCount(rows.filter((row) => stateOf(row) === state).length);
  return table({
    caption: `Số đơn vị theo khoảng ${OVERALL_RATE_NAME.toLocaleLowerCase("vi")}`,
    columns: [
      { title: OVERALL_RATE_NAME, kind: "text", width: 110 },
      { title: "Số đơn vị", kind: "number", width: 50 },
    ],
    rows: [
      ...counts,
      { cells: cells("Không công bố", without("masked")) },
      { cells: cells("Chưa có dữ liệu", without("empty")) },
      { strong: true, cells: cells("Cộng", formatCount(surveyed.length)) },
    ],
  });
}

function bandName(lower: number, upper: number | undefined): string {
  if (upper === undefined) return `Từ ${formatShare(lower, 0)} trở lên`;
  if (lower === 0) return `Dưới ${formatShare(upper, 0)}`;
  return `Từ ${formatShare(lower, 0)} đến dưới ${formatShare(upper, 0)}`;
}
