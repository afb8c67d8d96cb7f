import { z } from "zod";
import type { ResultMasks, ResultsBefore } from "./result-masks";
import type { RowShape } from "./row-shapes";

/** Masks as they are kept: groups and rows by name, in the order of the bits. */
const keptMasks = z.object({
  units: z.array(z.string()),
  rows: z.array(z.string()),
  uncounted: z.array(z.string()),
  withheld: z.array(z.string()),
  /** Units masked as a whole. */
  whole: z.array(z.string()),
  /** A bit for every row of every unit, unit after unit (base64). */
  masked: z.string(),
});

/** Writes masks with the names of their groups and rows. */
export function writeMasks(
  { uncounted, withheld, rows }: ResultMasks,
  { units, shapes }: { units: readonly string[]; shapes: readonly RowShape[] },
): string {
  const bits = Buffer.alloc(Math.ceil((units.length * shapes.length) / 8));
  units.forEach((_, group) => {
    shapes.forEach((_shape, row) => {
      const at = group * shapes.length + row;
      if (rows.isMasked(group, row)) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
    });
  });
  const kept: z.infer<typeof keptMasks> = {
    ...{ units: [...units], rows: shapes.map(rowName), uncounted: [...uncounted], withheld: [...withheld] },
    whole: units.filter((_, group) => rows.isWhole(group)),
    masked: bits.toString("base64"),
  };
  return JSON.stringify(kept);
}

/** Masks as they were written, for the same groups and rows in the same places. */
export function readMasks(text: string): ResultMasks {
  const kept = keptMasks.parse(JSON.parse(text));
  const { isSet } = bitsOf(kept);
  const wholes = new Set(kept.whole);
  const whole = kept.units.map((unit) => wholes.has(unit));
  return {
    ...{ uncounted: new Set(kept.uncounted), withheld: new Set(kept.withheld) },
    rows: { isWhole: (group) => whole[group] ?? true, isMasked: isSet },
  };
}

/** What masks withheld, for groups and rows that may have changed since. */
export function masksBefore(text: string): ResultsBefore {
  const kept = keptMasks.parse(JSON.parse(text));
  const { isSet } = bitsOf(kept);
  const units = new Map(kept.units.map((unit, at) => [unit, at]));
  const rows = new Map(kept.rows.map((row, at) => [row, at]));
  const isMasked = (unit: string, shape: RowShape) => {
    const [group, row] = [units.get(unit), rows.get(rowName(shape))];
    return group !== undefined && row !== undefined && isSet(group, row);
  };
  return {
    ...{ uncounted: new Set(kept.uncounted), withheld: new Set(kept.withheld) },
    rows: { groups: new Set(kept.whole), isMasked },
  };
}

/** Outside what was kept everything is masked: nothing is told by mistake. */
function bitsOf({ units, rows, masked }: z.infer<typeof keptMasks>) {
  const bits = Buffer.from(masked, "base64");
  return {
    isSet: (group: number, row: number) => {
      if (group >= units.length || row >= rows.length) return true;
      const at = group * rows.length + row;
      return ((bits[at >> 3] ?? 255) & (1 << (at & 7))) !== 0;
    },
  };
}

function rowName({ level, code }: RowShape): string {
  return `${level}/${code}`;
}
