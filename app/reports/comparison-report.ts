import { formatDay } from "~/i18n/dates";
import { SIMULATED_MARK, uncapitalized } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import type { Verdict } from "~/indices/compare-rows";
import { MASKED, markNotes, stateOf } from "~/indices/figures";
import { itemText, OVERALL_RATE_NAME } from "~/indices/measure-names";
import type { SurveyResults } from "~/indices/survey-results";
import type { Snapshot } from "~/snapshots/snapshot";
import { conditions, surveysTable } from "./comparison-conditions";
import { type ComparedRow, compareYears, type YearComparison, type YearLink } from "./comparison-figures";
import { overallBlocks } from "./comparison-overall";
import { CHANGE_NOTES, changeTexts, NOT_COMPARABLE, rateWithPersons } from "./comparison-words";
import { listedUnits } from "./content/unit-tree";
import { annexReference, closingOf, letterheadOf, type ReportIssuer } from "./letterhead";
import type { ReformTask } from "./reform-plan";
import {
  authorRemark,
  type Block,
  cells,
  heading,
  numbered,
  paragraph,
  type ReportDocument,
  type ReportRow,
  table,
} from "./report-document";

export interface ComparisonInput {
  after: Snapshot;
  before: Snapshot;
  link: YearLink;
  task: ReformTask | null;
  issuedBy: ReportIssuer;
}

const REMARK = "[Cơ quan soạn thảo ghi nhận xét tại đây]";
/** The only annex has no number (NĐ 30/2020/NĐ-CP, Phụ lục I). */
const UNIT_ANNEX = "Phụ lục";

/** A survey beside the one of the year before: linked items only, with what stands between the two said first. */
export function buildComparison(input: ComparisonInput): ReportDocument {
  const { after, before, link, task, issuedBy } = input;
  const [now, old] = [after.document.results, before.document.results];
  const day = after.document.takenOn;
  const compared = compareYears(old, now, link);
  const subject = `So sánh kết quả “${now.survey.title}” với “${old.survey.title}”`;
  const provisional = [after, before].filter(({ kind }) => kind === "provisional");
  const units = unitRows(compared, now);
  return numbered({
    letterhead: letterheadOf(now, issuedBy, day),
    kind: "BÁO CÁO",
    subject,
    marks: [
      ...(now.survey.simulated ? [`${SIMULATED_MARK} – không phải kết quả khảo sát thật`] : []),
      ...new Set(provisional.map(({ document: { takenOn } }) => `Số liệu tạm tính đến ngày ${formatDay(takenOn)}`)),
    ],
    simulated: now.survey.simulated || old.survey.simulated,
    body: [
      paragraph(`${grounds(input)}${issuedBy.name} báo cáo kết quả so sánh hai đợt khảo sát như sau:`),
      heading(1, "HAI ĐỢT ĐƯỢC SO SÁNH"),
      surveysTable(before, after),
      heading(1, "ĐIỀU KIỆN SO SÁNH"),
      ...conditions(compared, now),
      heading(1, "KẾT QUẢ SO SÁNH"),
      heading(2, "Kết quả chung"),
      ...overallBlocks(compared),
      ...itemBlocks(compared),
      ...(units.length > 0
        ? [heading(2, "Theo đơn vị"), paragraph(`${countText(compared.units, "đơn vị")} Chi tiết xem ${UNIT_ANNEX}.`)]
        : []),
      heading(1, "NHẬN XÉT, ĐÁNH GIÁ"),
      heading(2, "Nhận xét, đánh giá chung"),
      authorRemark(REMARK, "assessment"),
      heading(2, "Tồn tại, hạn chế và nguyên nhân"),
      authorRemark(REMARK, "shortcomings"),
      heading(1, "KIẾN NGHỊ, ĐỀ XUẤT"),
      authorRemark("[Cơ quan soạn thảo ghi kiến nghị, đề xuất tại đây]", "recommendations"),
      paragraph(`Trên đây là báo cáo ${uncapitalized(subject)} của ${issuedBy.name}./.`),
    ],
    closing: closingOf(issuedBy, task),
    annexes:
      units.length === 0
        ? []
        : [
            {
              label: UNIT_ANNEX,
              title: "So sánh kết quả của từng đơn vị",
              reference: annexReference(issuedBy, day),
              body: [unitTable(compared, units)],
            },
          ],
    day,
  });
}

function grounds({ task, after }: ComparisonInput): string {
  if (task === null) return "";
  const year = after.document.results.survey.opensOn.slice(0, 4);
  return `Thực hiện nhiệm vụ số ${task.number}, Phụ lục số 03 Kế hoạch cải cách hành chính năm ${year}, `;
}

function itemBlocks({ items }: YearComparison): Block[] {
  if (items.length === 0) return [];
  return [
    heading(2, "Theo tiêu chí"),
    paragraph(countText(items, "tiêu chí")),
    table({
      caption: "Tỷ lệ hài lòng của từng tiêu chí qua hai năm",
      columns: [
        { title: "Mã", kind: "code", width: 13 },
        { title: "Tiêu chí", kind: "text", width: 47 },
        { title: "Năm trước", kind: "number", width: 22 },
        { title: "Năm nay", kind: "number", width: 22 },
        { title: "Chênh lệch", kind: "number", width: 17 },
        { title: "Khoảng 95%", kind: "number", width: 19 },
        { title: "Kết luận", kind: "text", width: 24 },
      ],
      rows: items.map((one) => ({
        cells: cells(
          one.from === one.item.code ? one.item.code : `${one.item.code}\n(trước: ${one.from})`,
          one.reworded ? `${itemText(one.item)} ◆` : itemText(one.item),
          rateWithPersons(one.before),
          rateWithPersons(one.after),
          ...changeTexts(one.change),
        ),
      })),
      notes: [
        ...CHANGE_NOTES,
        ...(items.some(({ reworded }) => reworded) ? ["(◆) Lời hỏi đã đổi giữa hai phiên bản."] : []),
        ...markNotes(items.flatMap(({ before, after }) => [before, after])),
      ],
    }),
  ];
}

/**
 * "Trong 23 tiêu chí so sánh được, 4 tiêu chí cao hơn rõ rệt, …": each count by itself, so that nobody reads a trend into
 * noise.
 */
function countText(rows: readonly ComparedRow[], noun: string): string {
  const changes = rows.flatMap(({ change }) => (change ? [change] : []));
  const count = (verdict: Verdict) => {
    const found = changes.filter((one) => one.verdict === verdict).length;
    return found === 0 ? `không ${noun} nào` : `${formatCount(found)} ${noun}`;
  };
  const without = rows.length - changes.length;
  const told =
    changes.length === 0
      ? `Không ${noun} nào so sánh được.`
      : changes.every(({ verdict }) => verdict === "undecided")
        ? `Chưa đủ căn cứ kết luận có chênh lệch ở ${noun} nào trong ${formatCount(changes.length)} ${noun} so sánh được.`
        : `Trong ${formatCount(changes.length)} ${noun} so sánh được, ${count("higher")} cao hơn rõ rệt, ${count("lower")} thấp hơn rõ rệt, ${count("undecided")} chưa đủ căn cứ kết luận có chênh lệch.`;
  return without === 0
    ? told
    : `${told} Có ${formatCount(without)} ${noun} ${NOT_COMPARABLE} vì ít nhất một năm không công bố hoặc chưa có dữ liệu.`;
}

function unitRows({ units }: YearComparison, results: SurveyResults): ReportRow[] {
  const found = new Map(units.map((unit) => [unit.key, unit]));
  return listedUnits(results.units).flatMap(({ unit, name }) => {
    const compared = found.get(unit.key);
    if (!compared) return [];
    return [
      {
        cells: cells(
          name,
          rateWithPersons(compared.before),
          rateWithPersons(compared.after),
          ...changeTexts(compared.change),
        ),
      },
    ];
  });
}

function unitTable({ units }: YearComparison, rows: ReportRow[]): Block {
  const masked = units.some(({ before, after }) => [before, after].some((row) => stateOf(row) === "masked"));
  return table({
    caption: `${OVERALL_RATE_NAME} của các đơn vị có ở cả hai năm`,
    columns: [
      { title: "Đơn vị", kind: "text", width: 85 },
      { title: "Năm trước", kind: "number", width: 32 },
      { title: "Năm nay", kind: "number", width: 32 },
      { title: "Chênh lệch", kind: "number", width: 24 },
      { title: "Khoảng 95%", kind: "number", width: 34 },
      { title: "Kết luận", kind: "text", width: 40 },
    ],
    rows,
    notes: [
      "Đơn vị xếp theo tên, không xếp hạng. Số của từng đơn vị là số gộp phiếu.",
      ...CHANGE_NOTES,
      ...(masked ? [`“${MASKED}”: quá ít người trả lời, hoặc để số của đơn vị khác không bị suy ra.`] : []),
      ...markNotes(units.flatMap(({ before, after }) => [before, after])),
    ],
  });
}
