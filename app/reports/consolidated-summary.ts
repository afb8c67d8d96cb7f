import { formatDay } from "~/i18n/dates";
import { BASIS_NAMES, capitalized, intervalName, MODEL_INTERVAL_SENTENCE } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import {
  figureCells,
  markedRateText,
  markNotes,
  meanText,
  NOT_APPLICABLE,
  personsText,
  rateIntervalText,
} from "~/indices/figures";
import { OVERALL_RATE_NAME } from "~/indices/measure-names";
import type { MeasureRow } from "~/indices/result";
import { hasSizeHeadline, sizeView } from "~/indices/size-view";
import { MeasureIndex, measureIndexOf, type SurveyResults } from "~/indices/survey-results";
import { targetText, targetVerdict, VERDICT_NAMES } from "~/indices/target-verdict";
import { snapshotName } from "~/snapshots/snapshot";
import { isProbabilityBasis } from "~/surveys/survey";
import type { ConsolidatedInput, ConsolidatedSurvey } from "./consolidated-report";
import { type Block, cells, heading, list, paragraph, type ReportRow, table } from "./report-document";

/** Which surveys the report is made from, which are missing, all headlines in one table, and why they are not pooled. */
export function consolidatedSummary({ surveys, missing }: ConsolidatedInput): Block[] {
  return [
    sourcesTable(surveys),
    ...(missing.length > 0
      ? [
          paragraph("Các đợt của nhiệm vụ chưa chốt số liệu, không có trong báo cáo này:"),
          list(missing.map((title) => `${title}.`)),
        ]
      : []),
    // Of one survey the next chapter tells the same figures.
    ...(surveys.length < 2
      ? []
      : [heading(1, "KẾT QUẢ TỔNG HỢP"), headlineTable(surveys), ...notPooled(surveys), ...basisNotes(surveys)]),
  ];
}

const resultsOf = ({ snapshot }: ConsolidatedSurvey): SurveyResults => snapshot.document.results;

function sourcesTable(surveys: readonly ConsolidatedSurvey[]): Block {
  return table({
    caption: "Các đợt khảo sát của nhiệm vụ",
    columns: [
      { title: "TT", kind: "code", width: 9 },
      { title: "Đợt khảo sát, mẫu phiếu", kind: "text", width: 60 },
      { title: "Thời gian thu phiếu", kind: "text", width: 25 },
      { title: "Cơ sở của mẫu", kind: "text", width: 26 },
      { title: "Số đơn vị", kind: "number", width: 12 },
      { title: "Nguồn số liệu", kind: "text", width: 32 },
    ],
    rows: surveys.map((survey, index) => {
      const { survey: about, questionnaire, units } = resultsOf(survey);
      return {
        cells: cells(
          String(index + 1),
          `${about.title}\n${questionnaire.title.vi}`,
          `${formatDay(about.opensOn)} – ${formatDay(about.closesOn)}`,
          capitalized(BASIS_NAMES[about.basis]),
          formatCount(units.filter(({ surveyed }) => surveyed).length),
          `${capitalized(snapshotName(survey.snapshot))}, ngày ${formatDay(survey.snapshot.document.takenOn)}`,
        ),
      };
    }),
  });
}

/** A survey's line: pooled, and theo quy mô under it where that is published. */
function headlineRows(
  survey: ConsolidatedSurvey,
  { index, aimed }: { index: number; aimed: boolean },
): { row: ReportRow; figure: MeasureRow | undefined }[] {
  const results = resultsOf(survey);
  const pooled = measureIndexOf(results).find("*", "overall");
  const line = (name: string, figure: MeasureRow | undefined, number: string) => ({
    figure,
    row: {
      cells: [
        ...cells(number, name),
        ...figureCells(figure, [
          ...[personsText(figure), markedRateText(figure), rateIntervalText(figure), meanText(figure)],
          ...(aimed ? [targetCell(figure, results.survey.targetRate)] : []),
        ]),
      ],
    },
  });
  const sized = sizeView(results.bySize, "*").rows;
  if (!hasSizeHeadline(sized)) return [line(results.survey.title, pooled, String(index + 1))];
  return [
    line(`${results.survey.title} (theo quy mô)`, new MeasureIndex(sized).find("*", "overall"), String(index + 1)),
    line(`${results.survey.title} (gộp phiếu)`, pooled, ""),
  ];
}

function headlineTable(surveys: readonly ConsolidatedSurvey[]): Block {
  const aimed = surveys.some((survey) => resultsOf(survey).survey.targetRate != null);
  const lines = surveys.flatMap((survey, index) => headlineRows(survey, { index, aimed }));
  return table({
    caption: `${OVERALL_RATE_NAME} của từng đợt khảo sát`,
    columns: [
      { title: "TT", kind: "code", width: 9 },
      { title: "Đợt khảo sát", kind: "text", width: aimed ? 49 : 71 },
      { title: "Số người (n)", kind: "number", width: 18 },
      { title: "Tỷ lệ hài lòng", kind: "number", width: 20 },
      { title: "Khoảng 95% (%)", kind: "number", width: 26 },
      { title: "Điểm trung bình", kind: "number", width: 16 },
      ...(aimed ? [{ title: "So với mục tiêu", kind: "code" as const, width: 22 }] : []),
    ],
    rows: lines.map(({ row }) => row),
    notes: [...markNotes(lines.map(({ figure }) => figure)), ...(aimed ? [TARGET_NOTE] : [])],
  });
}

const TARGET_NOTE =
  "So với mục tiêu của kế hoạch: “Đạt” khi cả khoảng 95% từ mục tiêu trở lên, “Chưa đạt” khi cả khoảng dưới mục tiêu, còn lại là “Chưa đủ căn cứ”.";

function targetCell(row: MeasureRow | undefined, target: number | null): string {
  if (target == null) return NOT_APPLICABLE;
  const verdict = targetVerdict(row, target);
  return `${targetText(target)}\n${verdict === null ? NOT_APPLICABLE : VERDICT_NAMES[verdict]}`;
}

/** Different forms ask different questions of different people: an average of theirs would be a figure of nothing. */
function notPooled(surveys: readonly ConsolidatedSurvey[]): Block[] {
  if (surveys.length < 2) return [];
  const forms = new Set(surveys.map((survey) => resultsOf(survey).questionnaire.code));
  const reason =
    forms.size > 1
      ? `các đợt dùng ${formatCount(forms.size)} mẫu phiếu khác nhau, hỏi những người khác nhau về những việc khác nhau, mỗi mẫu có tiêu chí, thang đo và cách tính riêng`
      : "các đợt khác nhau về thời gian, đơn vị và cách chọn người trả lời; số phiếu của từng đợt không theo tỷ lệ với số người được phục vụ";
  return [
    paragraph(
      `Báo cáo không cộng và không lấy bình quân ${OVERALL_RATE_NAME.toLocaleLowerCase("vi")} của các đợt thành một con số: ${reason}. Con số của từng đợt phải đọc riêng; chênh lệch giữa các đợt không cho biết nơi nào phục vụ tốt hơn.`,
    ),
  ];
}

function basisNotes(surveys: readonly ConsolidatedSurvey[]): Block[] {
  const bases = surveys.map((survey) => resultsOf(survey).survey.basis);
  const model = bases.filter((basis) => !isProbabilityBasis(basis));
  if (model.length === 0) return [paragraph(`Khoảng 95% là ${intervalName("probability")}.`)];
  const which = model.length === bases.length ? "của các đợt" : "của đợt không chọn mẫu ngẫu nhiên";
  return [paragraph(`Khoảng 95% ${which} là ${MODEL_INTERVAL_SENTENCE}.`)];
}
