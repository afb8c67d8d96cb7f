import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { Channel } from "~/responses/channels";
import { type ChannelResult, channelKey, type MeasuredChannel } from "./channel-results";
import { maskRow } from "./mask-row";
import { ALL_UNITS, type GroupMeasures } from "./measure-groups";
import type { Minimums } from "./minimums";
import { protectRows, rowKey } from "./protect-rows";
import type { MeasureRow } from "./result";
import { type RowShape, rowShapes } from "./row-shapes";
import { rowSizes } from "./row-sizes";

/** Indices of those who answered by one channel, masked. */
export interface ChannelIndices {
  channel: Channel;
  indices: MeasureRow[];
}

interface Measured {
  questionnaire: Questionnaire;
  /** All units together, as measured. */
  all: GroupMeasures;
  channels: readonly MeasuredChannel[];
  /** What the results tell of all together, and of each channel: it stands, and nothing here may undo a mask of it. */
  published: { measures: readonly MeasureRow[]; channels: readonly ChannelResult[] };
  minimums: Minimums;
}

/**
 * Indices by channel beside those of all. A channel that the results withhold stays withheld; a row of too few persons, or of
 * few who all answered alike, is masked, and others with it until none follows from all persons less the other channels or
 * from a channel's other factors (`protectRows`). What the results publish cannot be taken back: where that alone would
 * protect a row, no channel's factors are told.
 */
export function channelIndices({ questionnaire, all, channels, published, minimums }: Measured): ChannelIndices[] {
  const rowsOf = ({ measures }: Pick<GroupMeasures, "measures">) => measures.filter(({ level }) => level !== "item");
  const groups = [
    { unit: ALL_UNITS, group: all },
    ...channels.map(({ channel, group }) => ({ unit: channelKey(channel), group })),
  ].map(({ unit, group }) => ({ unit, persons: group.persons, measures: rowsOf(group), reliability: [] }));
  const shapes = rowShapes(questionnaire, groups[0]?.measures ?? [], []);
  const rows = shapes.length;
  const told = publishedRows({ channels, published }, shapes);
  const masked = new Set<number>();
  groups.forEach(({ measures }, at) => {
    measures.forEach((row, position) => {
      const alone = at > 0 && (told(at, position) === false || isMaskedAlone(row, minimums));
      if (alone || (at === 0 && told(0, position) === false)) masked.add(rowKey(at, position, rows));
    });
  });
  const whole = new Set(channels.flatMap((_, at) => (isWithheld(published, channels[at]?.channel) ? [at + 1] : [])));
  const protectedRows = protectRows({
    groups: groups.map((group) => rowSizes(group, shapes, () => null)),
    ...{ shapes, masked, whole, minimum: minimums.cell },
    sums: [{ total: ALL_UNITS, parts: groups.slice(1).map(({ unit }) => unit) }],
  });
  const takesBack = groups.some((_, at) =>
    shapes.some((_shape, position) => {
      const key = rowKey(at, position, rows);
      return told(at, position) === true && protectedRows.has(key);
    }),
  );
  const isMasked = (at: number, position: number) => {
    if (told(at, position) !== null) return told(at, position) === false;
    return takesBack || protectedRows.has(rowKey(at, position, rows));
  };
  return channels.map(({ channel }, index) => ({
    channel,
    indices: (groups[index + 1]?.measures ?? []).map((row, position) =>
      isMasked(index + 1, position) ? maskRow(row) : row,
    ),
  }));
}

/** Whether the results tell a row (true) or withhold it (false); null: they leave it to this table. */
function publishedRows({ channels, published }: Pick<Measured, "channels" | "published">, shapes: readonly RowShape[]) {
  const all = new Map(published.measures.map((row) => [`${row.level}/${row.code}`, row]));
  return (at: number, position: number): boolean | null => {
    const shape = shapes[position];
    if (!shape) return null;
    if (at === 0) return all.get(`${shape.level}/${shape.code}`)?.suppressed == null;
    const channel = channels[at - 1]?.channel;
    if (isWithheld(published, channel)) return false;
    return shape.level === "overall" ? true : null;
  };
}

function isWithheld({ channels }: Measured["published"], channel: Channel | undefined): boolean {
  const shown = channels.find((one) => one.channel === channel);
  return shown === undefined || shown.responses === null || shown.overall?.suppressed === "masked";
}

/** Without its items a row tells by its error whether everybody answered alike. */
function isMaskedAlone({ n_persons, mean_se, rate_se }: MeasureRow, { cell, same }: Minimums): boolean {
  const persons = n_persons ?? 0;
  return persons > 0 && (persons < cell || (persons < same && (mean_se ?? rate_se ?? 0) === 0));
}
