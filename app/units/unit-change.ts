import { z } from "zod";
import { UNIT_KINDS } from "./unit-kinds";

const unitId = z.int().positive();

/** What a unit is called and where it stands after a change. */
const standing = z.strictObject({
  code: z.string().trim().min(1).max(30),
  name: z.string().trim().min(2).max(200),
  kind: z.enum(UNIT_KINDS),
  parentId: unitId.nullable(),
});

/** A dated change of the tree of units. Units that come out of a merge or a split are new, with new ids. */
export const unitChangeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("create"), into: standing }),
  z.strictObject({ kind: z.literal("rename"), unitId, code: standing.shape.code, name: standing.shape.name }),
  z.strictObject({ kind: z.literal("reparent"), unitId, parentId: unitId }),
  z.strictObject({ kind: z.literal("merge"), unitIds: z.array(unitId).min(2), into: standing }),
  z.strictObject({ kind: z.literal("split"), unitId, into: z.array(standing).min(2) }),
  z.strictObject({ kind: z.literal("close"), unitId }),
]);

export type UnitChange = z.output<typeof unitChangeSchema>;
