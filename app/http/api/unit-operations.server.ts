import { z } from "zod";
import { UNIT_KINDS } from "~/units/unit-kinds";
import { findUnitHistory } from "~db/repositories/unit-history";
import { listUnits, readTree } from "~db/repositories/units";
import { NONE, operation } from "./operation";
import { byKey, nextAddress, pageOf, pageQuery, takePage } from "./paging";
import { ApiProblem } from "./problem";
import { day, unitHistorySchema, unitSchema } from "./shapes";

const listUnitsOperation = operation({
  id: "listUnits",
  method: "GET",
  path: "/units",
  tag: "units",
  summary: "Cây đơn vị",
  description:
    "Các đơn vị trong phạm vi của khóa như vào ngày `on` (mặc định hôm nay); cây dựng lại từ `parent_unit_id`. The tree on a day.",
  scope: "read",
  params: NONE,
  query: z.strictObject({
    ...pageQuery,
    on: day.optional().meta({ description: "Day; today unless told" }),
    kind: z.enum(UNIT_KINDS).optional(),
  }),
  answer: {
    schema: pageOf(unitSchema),
    description: "A page of units, by id",
    example: {
      items: [
        {
          ...{ unit_id: "bv-dk-tinh", code: "BVDKT", name: "Bệnh viện Đa khoa tỉnh", kind: "hospital" },
          ...{ parent_unit_id: "th-syt", sample: true },
        },
      ],
      next: null,
    },
  },
  async run({ query, caller, context, today }) {
    const { on = today, kind, ...page } = query;
    const units = await listUnits(context.database, caller.viewer, { on, ...(kind && { kinds: [kind] }) });
    const keys = new Map((await readTree(context.database, on)).map(({ id, key }) => [id, key]));
    const ordered = units.sort(byKey(({ key }) => key));
    const { items, cursor } = takePage(ordered, page, ({ key }) => key);
    const place = { publicUrl: context.settings.publicUrl, path: "/units" };
    const next = nextAddress(place, { limit: page.limit, on: query.on, kind }, cursor);
    const shaped = items.map(({ key, code, name, kind: own, parentId, sample }) => ({
      ...{ unit_id: key, code, name, kind: own, sample },
      parent_unit_id: parentId === null ? null : (keys.get(parentId) ?? null),
    }));
    return { body: { items: shaped, next }, next };
  },
});

const readUnitOperation = operation({
  id: "readUnit",
  method: "GET",
  path: "/units/{unit_id}",
  tag: "units",
  summary: "Một đơn vị qua thời gian",
  description: "Mã, tên, nơi trực thuộc qua từng thời gian và nguồn gốc (sáp nhập, chia tách). Versions and lineage.",
  scope: "read",
  params: z.strictObject({ unit_id: z.string().max(100).meta({ description: "Stable id", example: "xa-14848" }) }),
  query: NONE,
  answer: {
    schema: unitHistorySchema,
    description: "The unit",
    example: {
      unit_id: "xa-14848",
      versions: [
        {
          ...{ code: "14848", name: "Xã Ví Dụ", kind: "commune", parent_unit_id: "th" },
          ...{ valid_from: "2025-07-01", valid_to: null, sample: false },
        },
      ],
      lineage: [
        {
          ...{ relation: "merge", effective_on: "2025-07-01" },
          from: { unit_id: "xa-cu-1", name: "Xã Cũ" },
          to: { unit_id: "xa-14848", name: "Xã Ví Dụ" },
        },
      ],
    },
  },
  async run({ params, caller, context }) {
    const found = await findUnitHistory(context.database, caller.viewer, params.unit_id);
    if (!found) throw new ApiProblem(404, "Không có đơn vị này trong phạm vi của khóa.");
    return {
      body: {
        unit_id: params.unit_id,
        versions: found.versions.map(({ parentKey, validFrom, validTo, ...version }) => ({
          ...version,
          ...{ parent_unit_id: parentKey, valid_from: validFrom, valid_to: validTo },
        })),
        lineage: found.lineage.map(({ relation, effectiveOn, oldKey, oldName, newKey, newName }) => ({
          ...{ relation, effective_on: effectiveOn },
          from: { unit_id: oldKey, name: oldName },
          to: { unit_id: newKey, name: newName },
        })),
      },
    };
  },
});

export const UNIT_OPERATIONS = [listUnitsOperation, readUnitOperation];
