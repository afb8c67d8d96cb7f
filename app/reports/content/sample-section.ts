import { CHANNEL_NAMES, KIND_NAMES, PARTIAL_SCOPE_SENTENCE } from "~/i18n/names";
import { formatCount, formatDecimal, formatRatio } from "~/i18n/numbers";
import { MASKED, NO_DATA, NOT_APPLICABLE, stateOf } from "~/indices/figures";
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
  const total = `Tổng số phiếu đưa vào tính toán là ${formatCount(results.responses)} phiếu.${partial}`;
  if (results.channels.length === 0) return [paragraph(total)];
  const rows = results.channels.map(({ channel, responses }) => ({
    cells: cells(
      CHANNEL_NAMES[channel],
      responses === null ? MASKED : formatCount(responses),
      responses === null ? MASKED : shareOf(responses, results.responses),
    ),
  }));
  const all = { cells: cells("Cộng", formatCount(results.responses), shareOf(results.responses, results.responses)) };
  return [
    paragraph(total),
    table({
      caption: "Số phiếu theo kênh thu nhận",
      columns: [
        { title: "Kênh", kind: "text", width: 90 },
        { title: "Số phiếu", kind: "number", width: 35 },
        { title: "Tỷ lệ", kind: "number", width: 35 },
      ],
      rows: [...rows, { ...all, strong: true }],
    }),
  ];
}

function shareOf(part: number, whole: number): string {
  return whole === 0 ? NOT_APPLICABLE : formatRatio(part, whole);
}

/** Units by kind and by whether they have figures to publish; no sum of answers, which could unmask one. */
function unitBlocks({ results }: ReportContext): Block[] {
  const surveyed = results.units.filter((unit) => unit.surveyed);
  const count = standing(surveyed);
  const kinds = [...new Set(surveyed.map(({ kind }) => kind))];
  const text = `Có ${formatCount(surveyed.length)} đơn vị trong phạm vi khảo sát, trong đó ${formatCount(count.empty)} đơn vị chưa có phiếu trả lời.`;
  if (surveyed.length === 0) return [paragraph(NO_DATA)];
  const rows = kinds.map((kind) => kindRow(KIND_NAMES[kind], standing(ofKind(surveyed, kind))));
  return [
    paragraph(text),
    table({
      caption: "Đơn vị khảo sát theo loại",
      columns: [
        { title: "Loại đơn vị", kind: "text", width: 64 },
        { title: "Số đơn vị", kind: "number", width: 24 },
        { title: "Có phiếu, số phiếu được công bố", kind: "number", width: 24 },
        { title: "Số phiếu không công bố", kind: "number", width: 24 },
        { title: "Chưa có phiếu", kind: "number", width: 24 },
      ],
      rows: kinds.length > 1 ? [...rows, { ...kindRow("Cộng", count), strong: true }] : rows,
    }),
  ];
}

interface Standing {
  all: number;
  open: number;
  masked: number;
  empty: number;
}

function standing(units: readonly ResultUnit[]): Standing {
  return {
    all: units.length,
    open: units.filter(({ responses }) => responses !== null && responses > 0).length,
    masked: units.filter(({ responses }) => responses === null).length,
    empty: units.filter(({ responses }) => responses === 0).length,
  };
}

function ofKind(units: readonly ResultUnit[], kind: UnitKind): ResultUnit[] {
  return units.filter((unit) => unit.kind === kind);
}

function kindRow(name: string, { all, open, masked, empty }: Standing): ReportRow {
  return { cells: cells(name, ...[all, open, masked, empty].map((count) => formatCount(count))) };
}

function profileBlocks(context: ReportContext): Block[] {
  const { questionnaire } = context.results;
  const choices = choiceItems(questionnaire, true);
  const numbers = questionnaire.items.filter((item) => item.type === "number" && item.profile);
  if (choices.length + numbers.length === 0) {
    return [paragraph("Phiếu khảo sát không hỏi về đặc điểm người trả lời.")];
  }
  return [...(choices.length > 0 ? [profileTable(context)] : []), ...numbers.map((item) => numberText(context, item))];
}

function profileTable({ results, measures }: ReportContext): Block {
  const rows = choiceItems(results.questionnaire, true).flatMap((item) => [
    { cells: [{ text: item.text.vi, span: 3 }], strong: true },
    ...optionRows(item, measures.find("*", "item", item.code)),
  ]);
  return table({
    caption: "Đặc điểm người trả lời",
    columns: [
      { title: "Đặc điểm", kind: "text", width: 100 },
      { title: "Số người", kind: "number", width: 30 },
      { title: "Tỷ lệ", kind: "number", width: 30 },
    ],
    rows,
    notes: ["Tỷ lệ tính trên số người trả lời hợp lệ từng câu hỏi."],
  });
}

function numberText({ measures }: ReportContext, item: Item): Block {
  const row = measures.find("*", "item", item.code);
  const state = stateOf(row);
  if (state === "masked") return paragraph(`${item.text.vi}: ${MASKED}.`);
  if (state === "empty" || row?.mean == null) return paragraph(`${item.text.vi}: ${NO_DATA}.`);
  return paragraph(
    `${item.text.vi}: trung bình ${formatDecimal(row.mean, 2)} (n = ${formatCount(row.n_persons ?? 0)}).`,
  );
}
