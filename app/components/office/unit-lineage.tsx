import { formatDay } from "~/i18n/dates";
import { useWords } from "~/i18n/use-words";
import type { Phrase, PhraseValues } from "~/i18n/words";

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
  const t = useWords();
  return (
    <section aria-labelledby="lineage-heading">
      <h2 id="lineage-heading">{t("Sắp xếp, đổi tên")}</h2>
      <ul>
        {edges.map((edge) => (
          <li key={`${edge.oldUnitId}-${edge.newUnitId}-${edge.effectiveOn}`}>
            {t(phraseOf(edge, unitId, on), valuesOf(edge))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function phraseOf({ oldUnitId, newUnitId, relation, effectiveOn }: Edge, unitId: number, on: string): Phrase {
  if (oldUnitId === newUnitId) {
    if (relation === "reparent") return "Đổi cấp trên từ ngày {day}.";
    return on < effectiveOn ? "Từ ngày {day} là {next}." : "Trước ngày {day} là {former}.";
  }
  if (newUnitId === unitId) {
    if (relation === "merge") return "Nhận toàn bộ {former} từ ngày {day}.";
    if (relation === "split") return "Nhận một phần {former} từ ngày {day}.";
    return "Trước ngày {day} là {former}.";
  }
  if (relation === "merge") return "Nhập toàn bộ vào {next} từ ngày {day}.";
  if (relation === "split") return "Một phần nhập vào {next} từ ngày {day}.";
  return "Từ ngày {day} là {next}.";
}

function valuesOf({ oldName, newName, effectiveOn }: Edge): PhraseValues {
  return { former: oldName, next: newName, day: formatDay(effectiveOn) };
}
