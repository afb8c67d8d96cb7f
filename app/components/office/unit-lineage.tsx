import { formatDay } from "~/i18n/dates";

interface Edge {
  oldUnitId: number;
  newUnitId: number;
  oldName: string;
  newName: string;
  relation: "same" | "rename" | "merge" | "split" | "reparent";
  effectiveOn: string;
}

/** Where a unit came from and what it became, seen from the day looked at. */
export function UnitLineage({ unitId, edges, on }: { unitId: number; edges: readonly Edge[]; on: string }) {
  return (
    <section aria-labelledby="lineage-heading">
      <h2 id="lineage-heading">Sắp xếp, đổi tên</h2>
      <ul>
        {edges.map((edge) => (
          <li key={`${edge.oldUnitId}-${edge.newUnitId}-${edge.effectiveOn}`}>{sentence(edge, unitId, on)}</li>
        ))}
      </ul>
    </section>
  );
}

function sentence({ oldUnitId, newUnitId, oldName, newName, relation, effectiveOn }: Edge, unitId: number, on: string) {
  const day = formatDay(effectiveOn);
  if (oldUnitId === newUnitId) {
    if (relation === "reparent") return `Đổi cấp trên từ ngày ${day}.`;
    return on < effectiveOn ? `Từ ngày ${day} là ${newName}.` : `Trước ngày ${day} là ${oldName}.`;
  }
  if (newUnitId === unitId) {
    if (relation === "merge") return `Nhận toàn bộ ${oldName} từ ngày ${day}.`;
    if (relation === "split") return `Nhận một phần ${oldName} từ ngày ${day}.`;
    return `Trước ngày ${day} là ${oldName}.`;
  }
  if (relation === "merge") return `Nhập toàn bộ vào ${newName} từ ngày ${day}.`;
  if (relation === "split") return `Một phần nhập vào ${newName} từ ngày ${day}.`;
  return `Từ ngày ${day} là ${newName}.`;
}
