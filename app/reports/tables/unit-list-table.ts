import { KIND_NAMES } from "~/i18n/names";
import type { UnitKind } from "~/units/unit-kinds";
import { column, type DataTable, dataTable } from "./data-table";

interface ListedUnit {
  id: number;
  key: string;
  code: string;
  name: string;
  kind: UnitKind;
  parentId: number | null;
  sample: boolean;
}

/** Units as they stand on a day (ISO), with the stable id that files of responses may use. */
export function unitListTable(units: readonly ListedUnit[], on: string): DataTable {
  const codes = new Map(units.map(({ id, code }) => [id, code]));
  return dataTable<ListedUnit>(
    "units",
    [
      column("unit_id", "Mã ổn định", "text", 24, "Không đổi khi đơn vị đổi tên, đổi mã", ({ key }) => key),
      column("unit_code", "Mã", "text", 12, "Mã vào ngày này", ({ code }) => code),
      column("unit_name", "Tên", "text", 40, "Tên vào ngày này", ({ name }) => name),
      column("kind", "Loại", "text", 20, "Loại đơn vị", ({ kind }) => kind),
      column("kind_name", "Tên loại", "text", 24, "Loại đơn vị bằng chữ", ({ kind }) => KIND_NAMES[kind]),
      column("parent_code", "Mã cấp trên", "text", 12, "Trống: ngoài phạm vi hoặc không có", ({ parentId }) =>
        parentId === null ? null : (codes.get(parentId) ?? null),
      ),
      column("on", "Ngày", "text", 12, "Ngày của danh sách", () => on),
      column("sample", "Dữ liệu mẫu", "text", 10, "1: dữ liệu mẫu, chưa phải danh sách của tỉnh", ({ sample }) =>
        sample ? "1" : "0",
      ),
    ],
    units,
  );
}
