import { ROLL_UP_NAME, SIZE_NAME } from "~/i18n/names";
import { figureCells, markedRateText, markNotes, personsText, rateIntervalText } from "~/indices/figures";
import { OVERALL_RATE_NAME } from "~/indices/measure-names";
import type { ComparedRow, YearComparison } from "./comparison-figures";
import { changeSentence, NOT_COMPARABLE } from "./comparison-words";
import { type Block, paragraph, type ReportRow, table } from "./report-document";

/** Theo quy mô first where a year has that figure, as in the reports of the two years, then pooled. */
export function overallBlocks({ overall, sized, obstacle }: YearComparison): Block[] {
  const ways = [
    ...(sized === null ? [] : [{ compared: sized, way: SIZE_NAME, where: "" }]),
    { compared: overall, way: ROLL_UP_NAME, where: "trong mẫu " },
  ];
  const rows = ways.flatMap(({ compared, way }) => [
    overallRow(`Năm trước (${way})`, compared.before),
    overallRow(`Năm nay (${way})`, compared.after),
  ]);
  return [
    ...(obstacle === null
      ? ways.map(({ compared, way, where }) => paragraph(overallSentence(compared, way, where)))
      : [
          paragraph(
            `${OVERALL_RATE_NAME} của hai năm ${NOT_COMPARABLE} (${obstacle}); con số của từng năm nêu riêng trong bảng, không tính chênh lệch.`,
          ),
        ]),
    table({
      caption: `${OVERALL_RATE_NAME} của hai năm`,
      columns: [
        { title: "Năm", kind: "text", width: 70 },
        { title: "Số người (n)", kind: "number", width: 25 },
        { title: "Tỷ lệ hài lòng", kind: "number", width: 30 },
        { title: "Khoảng 95% (%)", kind: "number", width: 35 },
      ],
      rows,
      notes: markNotes(ways.flatMap(({ compared }) => [compared.before, compared.after])),
    }),
  ];
}

function overallRow(name: string, row: ComparedRow["before"]): ReportRow {
  return {
    cells: [{ text: name }, ...figureCells(row, [personsText(row), markedRateText(row), rateIntervalText(row)])],
  };
}

function overallSentence(compared: ComparedRow, way: string, where: string): string {
  const change = changeSentence(compared, where);
  return change === null
    ? `${OVERALL_RATE_NAME} (${way}) của hai năm ${NOT_COMPARABLE}: ít nhất một năm không công bố hoặc chưa có dữ liệu.`
    : `${OVERALL_RATE_NAME} (${way}) ${change}.`;
}
