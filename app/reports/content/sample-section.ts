import { CHANNEL_NAMES, KIND_NAMES, PARTIAL_SCOPE_SENTENCE } from "~/i18n/names";
import { formatCount, formatDecimal, formatRatio } from "~/i18n/numbers";
import { MASKED, NO_DATA, NOT_APPLICABLE, type RowState, stateOf } from "~/indices/figures";
import type { ResultUnit } from "~/indices/survey-results";
import type { Item } from "~/questionnaires/questionnaire-schema";
import type { UnitKind } from "~/units/unit-kinds";
import { type Block, cells, heading, paragraph, type ReportRow, table } from "../report-document";
import { optionRows } from "./distribution-rows";
import type { ReportContext } from "./report-context";
import { choiceItems } from "./scales";

/** Whose answers the figures rest on: channels, respondents, units. */
export function sampleSection(context: ReportContext): Block[] {
  return [
    heading(1, "MẪU KHẢO SÁT"),
    heading(2, "Số phiếu và kênh thu nhận"),
    ...channelBlocks(context),
    heading(2, "Đơn vị khảo sát"),
    ...unitBlocks(context),
    heading(2, "Đặc điểm người trả lời"),
    ...profileBlocks(context),
  ];
}

function channelBlocks({ results }: ReportContext): Block[] {
  const partial = results.scope === "part" ? ` ${PARTIAL_SCOPE_SENTENCE}` : "";
  const all = results.responses;
  const total =
    all === null
      ? `Tổng số phiếu đưa vào tính toán: ${MASKED}.${partial}`
      : `Tổng số phiếu đưa vào tính toán là ${formatCount(all)} phiếu.${partial}`;
  if (results.channels.length === 0) return [paragraph(total)];
  const rows = results.channels.map(({ channel, responses }) => ({
    cells: cells(
      CHANNEL_NAMES[channel],
      responses === null ? MASKED : formatCount(responses),
      responses === null || all === null ? MASKED : shareOf(responses, all),
    ),
  }));
  const sum = {
    cells: cells("Cộng", all === null ? MASKED : formatCount(all), all === null ? MASKED : shareOf(all, all)),
  };
  return [
    paragraph(total),
    table({
      caption: "Số phiếu theo kênh thu nhận",
      columns: [
        { title: "Kênh", kind: "text", width: 90 },
        { title: "Số phiếu", kind: "number", width: 35 },
        { title: "Tỷ lệ", kind: "number", width: 35 },
      ],
      rows: [...rows, { ...sum, strong: true }],
    }),
  ];
}

function shareOf(part: number, whole: number): string {
  return whole === 0 ? NOT_APPLICABLE : formatRatio(part, whole);
}

/**
 * Units by kind and by whether their results are published: the same rule as for the indices, so that the report counts
 * units once. No sum of answers, which could unmask one.
 */
function unitBlocks(context: ReportContext): Block[] {
  const surveyed = context.results.units.filter((unit) => unit.surveyed);
  if (surveyed.length === 0) return [paragraph(NO_DATA)];
  const count = standing(context, surveyed);
  const kinds = [...new Set(surveyed.map(({ kind }) => kind))];
  const rows = kinds.map((kind) => kindRow(KIND_NAMES[kind], standing(context, ofKind(surveyed, kind))));
  const what = context.hasIndex ? "chỉ số" : "kết quả";
  return [
    paragraph(
      `Có ${formatCount(surveyed.length)} đơn vị trong phạm vi khảo sát: ${formatCount(count.published)} đơn vị được công bố ${what}, ${formatCount(count.masked)} đơn vị không công bố, ${formatCount(count.empty)} đơn vị chưa có dữ liệu.`,
    ),
    // Of one kind the sentence has said all.
    ...(kinds.length < 2 ? [] : [kindTable(what, [...rows, { ...kindRow("Cộng", count), strong: true }])]),
  ];
}

function kindTable(what: string, rows: ReportRow[]): Block {
  return table({
    caption: `Đơn vị khảo sát theo loại và theo việc công bố ${what}`,
    columns: [
      { title: "Loại đơn vị", kind: "text", width: 64 },
      { title: "Số đơn vị", kind: "number", width: 24 },
      { title: `Được công bố ${what}`, kind: "number", width: 24 },
      { title: `Không công bố ${what}`, kind: "number", width: 24 },
      { title: "Chưa có dữ liệu", kind: "number", width: 24 },
    ],
    rows,
  });
}

type Standing = Record<RowState | "all", number>;

function standing(context: ReportContext, units: readonly ResultUnit[]): Standing {
  const states = units.map((unit) => standingOf(context, unit));
  const count = (state: RowState) => states.filter((one) => one === state).length;
  return { all: units.length, published: count("published"), masked: count("masked"), empty: count("empty") };
}

/** A form without an index has no overall row: there a unit's responses decide. */
function standingOf({ hasIndex, measures, results }: ReportContext, { key, responses }: ResultUnit): RowState {
  if (hasIndex) return stateOf(measures.find(key, "overall"));
  if (responses === 0) return "empty";
  return responses === null || responses < results.minimums.unit ? "masked" : "published";
}

function ofKind(units: readonly ResultUnit[], kind: UnitKind): ResultUnit[] {
  return units.filter((unit) => unit.kind === kind);
}

function kindRow(name: string, { all, published, masked, empty }: Standing): ReportRow {
  return { cells: cells(name, ...[all, published, masked, empty].map((count) => formatCount(count))) };
}

/** Who answered, by the questions about themselves. */
export function profileBlocks(context: ReportContext): Block[] {
  const { questionnaire } = context.results;
  const choices = choiceItems(questionnaire, true);
  const numbers = questionnaire.items.filter((item) => item.type === "number" && item.profile);
  if (choices.length + numbers.length === 0) {
    return [paragraph("Phiếu khảo sát không hỏi về đặc điểm người trả lời.")];
  }
  return [...(choices.length > 0 ? [profileTable(context)] : []), ...numbers.map((item) => numberText(context, item))];
}

function profileTable({ results, measures, unit }: ReportContext): Block {
  const rows = choiceItems(results.questionnaire, true).flatMap((item) => [
    { cells: [{ text: item.text.vi, span: 3 }], strong: true },
    ...optionRows(item, measures.find(unit, "item", item.code)),
  ]);
  return table({
    caption: "Đặc điểm người trả lời",
    columns: [
      { title: "Đặc điểm", kind: "text", width: 100 },
      { title: "Số người", kind: "number", width: 30 },
      { title: "Tỷ lệ", kind: "number", width: 30 },
    ],
    rows,
    notes: ["Tỷ lệ tính trên số người có câu trả lời hợp lệ ở từng câu hỏi."],
  });
}

function numberText({ measures, unit }: ReportContext, item: Item): Block {
  const row = measures.find(unit, "item", item.code);
  const state = stateOf(row);
  if (state === "masked") return paragraph(`${item.text.vi}: ${MASKED}.`);
  if (state === "empty" || row?.mean == null) return paragraph(`${item.text.vi}: ${NO_DATA}.`);
  return paragraph(
    `${item.text.vi}: trung bình ${formatDecimal(row.mean, 2)} (n = ${formatCount(row.n_persons ?? 0)}).`,
  );
}
