import { z } from "zod";
import { UNIT_KINDS } from "./unit-kinds";

const unitId = z.int("Chọn đơn vị").positive("Chọn đơn vị");
const code = z
  .string()
  .trim()
  .min(1, { error: "Nhập mã đơn vị", abort: true })
  .max(30, "Mã đơn vị dài quá 30 ký tự")
  .regex(/^[^\s;,]+$/, "Mã đơn vị không có dấu cách, dấu phẩy hay dấu chấm phẩy");
const name = z.string().trim().min(2, "Tên đơn vị phải có ít nhất 2 ký tự").max(200, "Tên đơn vị dài quá 200 ký tự");

/** What a unit is called and where it stands. */
export const standingSchema = z.strictObject({
  code,
  name,
  kind: z.enum(UNIT_KINDS, "Chọn loại đơn vị"),
  parentId: unitId.nullable(),
});

export type Standing = z.output<typeof standingSchema>;

/**
 * A dated change of the tree of units.
 *
 * - `create`: a unit begins
 * - `rename`: name or code changes, the unit stays the same
 * - `reparent`: it stands under another unit
 * - `reorganise`: units end and others begin in their place, each made of all or a part of some (merge, split, or both)
 * - `close`: a unit ends without a successor
 * - `correct`: what was written wrong is put right, without a day
 */
export const unitChangeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("create"), into: standingSchema }),
  z.strictObject({ kind: z.literal("rename"), unitId, code, name }),
  z.strictObject({ kind: z.literal("reparent"), unitId, parentId: unitId }),
  z.strictObject({
    kind: z.literal("reorganise"),
    into: z
      .array(z.strictObject({ ...standingSchema.shape, from: z.array(unitId).min(1, "Chọn đơn vị cũ") }))
      .min(1)
      .max(300),
    /** Under which of the new units, by place in `into`, the units below a split one go; the first unless told. */
    children: z.array(z.strictObject({ unitId, into: z.int().nonnegative() })).default([]),
  }),
  z.strictObject({ kind: z.literal("close"), unitId }),
  z.strictObject({ kind: z.literal("correct"), unitId, code, name, unitKind: z.enum(UNIT_KINDS, "Chọn loại đơn vị") }),
]);

export type UnitChange = z.output<typeof unitChangeSchema>;
export type UnitChangeKind = UnitChange["kind"];

/** A change as it is kept: with what it made and what stood before, so that it can be taken back. */
export interface RecordedChange {
  change: UnitChange;
  /** Ids of the units that it made. */
  made: readonly number[];
  /** Ids of the versions that it began. */
  begun: readonly number[];
  /** The versions that it ended or rewrote, as they were. */
  before: readonly StoredVersion[];
  /** What it did, in sentences. */
  effects: readonly string[];
}

/** A version of a unit as it is stored. */
export interface StoredVersion extends Standing {
  id: number;
  validTo: string | null;
  sample: boolean;
}
