import { formatDay } from "~/i18n/dates";
import { BASIS_NAMES, CHANNEL_NAMES, capitalized } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { MASKED, NO_DATA } from "~/indices/figures";
import { OVERALL_RATE_NAME } from "~/indices/measure-names";
import type { SurveyResults } from "~/indices/survey-results";
import { type Snapshot, snapshotName } from "~/snapshots/snapshot";
import type { YearComparison } from "./comparison-figures";
import { BREAK_NAMES, NOT_COMPARABLE } from "./comparison-words";
import { type Block, cells, list, paragraph, table } from "./report-document";

/** The two surveys, fact by fact. */
export function surveysTable(before: Snapshot, after: Snapshot): Block {
  const both = [before.document.results, after.document.results];
  const row = (name: string, of: (results: SurveyResults) => string) => ({ cells: cells(name, ...both.map(of)) });
  const channels = (results: SurveyResults) =>
    results.channels
      .map(
        ({ channel, responses }) =>
          `${CHANNEL_NAMES[channel]}: ${responses === null ? MASKED : formatCount(responses)}`,
      )
      .join("\n") || NO_DATA;
  return table({
    caption: "Hai đợt khảo sát được so sánh",
    columns: [
      { title: "Nội dung", kind: "text", width: 36 },
      { title: "Năm trước", kind: "text", width: 62 },
      { title: "Năm nay", kind: "text", width: 62 },
    ],
    rows: [
      row("Đợt khảo sát", ({ survey }) => survey.title),
      row("Thời gian", ({ survey }) => `${formatDay(survey.opensOn)} đến ${formatDay(survey.closesOn)}`),
      row("Mẫu phiếu", ({ questionnaire, version }) => `${questionnaire.title.vi}, phiên bản ${version.number}`),
      row("Cơ sở của mẫu", ({ survey }) => capitalized(BASIS_NAMES[survey.basis])),
      row("Số phiếu", ({ responses }) => (responses === null ? MASKED : formatCount(responses))),
      row("Kênh thu nhận (số phiếu)", channels),
      row("Số đơn vị khảo sát", ({ units }) => formatCount(units.filter(({ surveyed }) => surveyed).length)),
      { cells: cells("Nguồn số liệu", ...[before, after].map((one) => capitalized(snapshotName(one)))) },
    ],
  });
}

/** What is compared, what is left out, and what else changed between the two. */
export function conditions(
  { items, unlinked, breaks, obstacle }: YearComparison,
  { questionnaire }: SurveyResults,
): Block[] {
  const reworded = items.filter((one) => one.reworded).length;
  const pairs =
    items.length === 0
      ? "Không có tiêu chí nào của hai mẫu phiếu được nối với nhau."
      : `Chỉ so sánh các tiêu chí có ở cả hai mẫu phiếu: ${formatCount(items.length)} tiêu chí` +
        (reworded > 0 ? `, trong đó ${formatCount(reworded)} tiêu chí có đổi lời hỏi (đánh dấu ◆ trong bảng).` : ".");
  const left = (name: string, some: YearComparison["unlinked"]["after"]) =>
    some.length === 0 ? [] : [`${name}: ${some.map(({ code }) => code).join(", ")}.`];
  const named = [
    ...left("Tiêu chí chỉ có ở năm nay, không so sánh", unlinked.after),
    ...left("Tiêu chí chỉ có ở năm trước, không so sánh", unlinked.before),
  ];
  return [
    paragraph(pairs),
    ...(named.length > 0 ? [list(named)] : []),
    paragraph(
      breaks.length === 0
        ? "Mẫu phiếu, cách tính, kênh thu phiếu, cách chọn người trả lời và đơn vị khảo sát của hai đợt không khác nhau đáng kể."
        : `Điều kiện so sánh đã đổi: ${breaks.map((one) => BREAK_NAMES[one]).join("; ")}. Chênh lệch dưới đây có thể do điều kiện đó chứ không do chất lượng phục vụ.`,
    ),
    paragraph(
      "Chênh lệch tính bằng điểm phần trăm (năm nay trừ năm trước) từ các con số đã công bố của hai đợt; khoảng 95% của chênh lệch theo phương pháp Newcombe; kết luận của mỗi bảng xét chung mọi dòng (điều chỉnh Holm, mức ý nghĩa 5%). " +
        `“${capitalized("chưa đủ căn cứ")}” không có nghĩa là hai năm bằng nhau.`,
    ),
    ...(obstacle === null || questionnaire.items.length === 0
      ? []
      : [paragraph(`${OVERALL_RATE_NAME} của hai năm ${NOT_COMPARABLE}: ${obstacle}.`)]),
  ];
}
