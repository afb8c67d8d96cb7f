import { formatDay } from "~/i18n/dates";

interface Edge {
  oldUnitId: number;
  newUnitId: number;
  oldName: string;
  newName: string;
  relation: "same" | "rename" | "merge" | "split" | "reparent";
  effectiveOn: string;
}

const RELATION_NAMES: Readonly<Record<Edge["relation"], string>> = {
  same: "giữ nguyên",
  rename: "đổi tên, đổi loại",
  merge: "nhập toàn bộ",
  split: "nhập một phần",
  reparent: "đổi cấp trên",
};

/** Where a unit came from and what it became. */
export function UnitLineage({ unitId, edges }: { unitId: number; edges: Edge[] }) {
  return (
    <section aria-labelledby="lineage-heading">
      <h2 id="lineage-heading">Nguồn gốc</h2>
      <ul>
        {edges.map((edge) => (
          <li key={`${edge.oldUnitId}-${edge.newUnitId}`}>
            {edge.newUnitId === unitId
              ? `Từ ${edge.oldName} (${RELATION_NAMES[edge.relation]})`
              : `Vào ${edge.newName} (${RELATION_NAMES[edge.relation]})`}{" "}
            từ ngày {formatDay(edge.effectiveOn)}
          </li>
        ))}
      </ul>
    </section>
  );
}
