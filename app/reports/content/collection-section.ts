import { CHANNEL_NAMES, capitalized, intervalName } from "~/i18n/names";
import { formatCount, formatDecimal } from "~/i18n/numbers";
import type { ChannelResult } from "~/indices/channel-results";
import { differenceOf, type JudgedDifference, judgeTogether, type Verdict } from "~/indices/compare-rows";
import { figureCells, MASKED, markedRateText, markNotes, rateIntervalText, stateOf } from "~/indices/figures";
import type { Channel } from "~/responses/channels";
import { type Block, cells, heading, paragraph, type ReportRow, table } from "../report-document";
import type { ReportContext } from "./report-context";

/** Channels by which a unit asks its own patients; at the QR code they answer by themselves, sent to the body that runs it. */
const SELF_RUN: readonly Channel[] = ["paper", "interviewer", "import"];
const INDEPENDENT: Channel = "qr";

const VERDICTS: Readonly<Record<Verdict, string>> = {
  higher: "Cao hơn",
  lower: "Thấp hơn",
  undecided: "Chưa đủ căn cứ",
};

/**
 * What units collected themselves beside what came by the QR code (methodology, B.9), each self-run channel judged against
 * it. Channels are not added up: their answers together would need figures that the results do not hold.
 */
export function collectionSection(context: ReportContext): Block[] {
  const { questionnaire, channels } = context.results;
  const own = channels.filter(({ channel }) => SELF_RUN.includes(channel));
  const independent = channels.find(({ channel }) => channel === INDEPENDENT);
  if (!context.hasIndex || questionnaire.sector !== "health" || own.length === 0 || !independent) return [];
  const judged = judgeTogether(own.map(({ overall }) => differenceOf(overall, independent.overall, "rate")));
  return [
    heading(2, "Kết quả tự khảo sát của đơn vị và kết quả khảo sát qua mã QR"),
    paragraph(sentence(own, independent, judged)),
    collectionTable(context, own, independent, judged),
  ];
}

function sentence(
  own: readonly ChannelResult[],
  independent: ChannelResult,
  judged: readonly (JudgedDifference | null)[],
): string {
  const told = own.flatMap(({ channel }, index) => {
    const difference = judged[index];
    if (!difference) return [];
    const name = CHANNEL_NAMES[channel].toLocaleLowerCase("vi");
    const size = `${points(Math.abs(difference.difference))} điểm phần trăm`;
    if (difference.verdict === "undecided") return [`${name} chênh ${size}, chưa đủ căn cứ để kết luận có chênh lệch`];
    return [`${name} ${VERDICTS[difference.verdict].toLocaleLowerCase("vi")} ${size}`];
  });
  if (told.length === 0 || stateOf(independent.overall) !== "published")
    return "Không so sánh được hai cách thu phiếu: có bên chưa có số hoặc không công bố.";
  return `So với khảo sát qua mã QR: ${told.join("; ")}. Chênh lệch có thể do người trả lời hai bên khác nhau, không riêng do cách thu phiếu.`;
}

function collectionTable(
  { results }: ReportContext,
  own: readonly ChannelResult[],
  independent: ChannelResult,
  judged: readonly (JudgedDifference | null)[],
): Block {
  const line = ({ channel, responses, overall }: ChannelResult, last: readonly string[]): ReportRow => ({
    cells: [
      ...cells(CHANNEL_NAMES[channel], responses === null ? MASKED : formatCount(responses)),
      ...figureCells(overall, [markedRateText(overall), rateIntervalText(overall)]),
      ...cells(...last),
    ],
  });
  const group = (text: string): ReportRow => ({ cells: [{ text, span: 6 }], strong: true });
  return table({
    caption: "Tỷ lệ hài lòng chung theo cách thu phiếu",
    columns: [
      { title: "Cách thu phiếu", kind: "text", width: 46 },
      { title: "Số phiếu", kind: "number", width: 18 },
      { title: "Tỷ lệ hài lòng", kind: "number", width: 20 },
      { title: `${capitalized(intervalName(results.survey.basis))} (%)`, kind: "number", width: 27 },
      { title: "Chênh so với mã QR (điểm %)", kind: "number", width: 26 },
      { title: "Kết luận", kind: "code", width: 23 },
    ],
    rows: [
      group("Đơn vị tự khảo sát"),
      ...own.map((channel, index) => line(channel, differenceCells(judged[index] ?? null))),
      group("Khảo sát qua mã QR"),
      line(independent, ["–", "–"]),
    ],
    notes: [
      "Kết luận xét chung mọi dòng của bảng (Holm, mức 5%). Khoảng của chênh lệch trong ngoặc.",
      ...markNotes([...own, independent].map(({ overall }) => overall)),
    ],
  });
}

function differenceCells(judged: JudgedDifference | null): string[] {
  if (!judged) return ["–", "Không so sánh được"];
  const [lower, upper] = judged.interval;
  return [`${points(judged.difference)}\n(${points(lower)} đến ${points(upper)})`, VERDICTS[judged.verdict]];
}

function points(share: number): string {
  return formatDecimal(share * 100, 2);
}
