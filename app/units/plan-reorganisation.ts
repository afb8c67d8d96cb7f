import { formatDay } from "~/i18n/dates";
import { type PlanDraft, standingOf } from "./plan-draft";
import type { Standing, UnitChange } from "./unit-change";
import type { DatedVersion } from "./unit-timeline";

/** Units end and others begin in their place: merge, split, or both. Those below them are moved along. */
export function planReorganisation(
  draft: PlanDraft,
  { into, children }: Extract<UnitChange, { kind: "reorganise" }>,
): void {
  const oldIds = [...new Set(into.flatMap(({ from }) => from))];
  const old = oldIds.flatMap((id) => draft.present(id, "from") ?? []);
  if (draft.problems.length > 0) return;
  const newIds = into.map((standing, place) => {
    const prefix = into.length > 1 ? `${standing.name}: ` : "";
    draft.checkPlace(standing, prefix, oldIds, into.slice(0, place));
    const { from: _from, ...own } = standing;
    return draft.make(own);
  });
  if (into.length === 1 && oldIds.length === 1) {
    draft.problems.push({ field: "from", message: "Một đơn vị thành một đơn vị là đổi tên: dùng mục Đổi tên" });
  }
  for (const version of old) {
    draft.end(version);
    const targets = into.flatMap(({ from }, place) => (from.includes(version.unitId) ? [place] : []));
    for (const place of targets) {
      const relation = targets.length > 1 ? "split" : "merge";
      draft.plan.lineage.push({ oldUnitId: version.unitId, newUnitId: newIds[place] ?? 0, relation });
    }
    const names = targets.map((place) => into[place]?.name).join(", ");
    draft.plan.effects.push(
      targets.length > 1
        ? `${version.name} (mã ${version.code}) hết hiệu lực sau ngày ${formatDay(draft.dayBefore)}, tách vào ${names}.`
        : `${version.name} (mã ${version.code}) hết hiệu lực sau ngày ${formatDay(draft.dayBefore)}, nhập toàn bộ vào ${names}.`,
    );
    if (targets.length > 1) {
      draft.plan.warnings.push(
        `${version.name} bị tách: số liệu cũ của đơn vị này không so sánh trực tiếp được với đơn vị mới.`,
      );
    }
    moveChildren(draft, version, targets, newIds, into, children, oldIds);
  }
  for (const [place, { name, code }] of into.entries()) {
    draft.plan.effects.push(`${name} (mã ${code}) bắt đầu từ ngày ${draft.day}, là đơn vị mới.`);
    draft.noteFormerBearer(code, newIds[place] ?? 0);
  }
  draft.plan.effects.push("Phiếu đã thu vẫn thuộc đơn vị vào lúc khảo sát.");
}

/** Units below an old one go under what it became; under the new unit chosen for them where it was split. */
function moveChildren(
  draft: PlanDraft,
  version: DatedVersion,
  targets: readonly number[],
  newIds: readonly number[],
  into: readonly Standing[],
  chosen: readonly { unitId: number; into: number }[],
  ending: readonly number[],
): void {
  for (const child of draft.timeline.childrenOn(version.unitId, draft.effectiveOn)) {
    if (ending.includes(child.unitId)) continue;
    const wanted = chosen.find(({ unitId }) => unitId === child.unitId)?.into;
    const place = wanted !== undefined && targets.includes(wanted) ? wanted : (targets[0] ?? 0);
    draft.succeed(child, { ...standingOf(child), parentId: newIds[place] ?? null });
    draft.plan.lineage.push({ oldUnitId: child.unitId, newUnitId: child.unitId, relation: "reparent" });
    draft.plan.effects.push(`${child.name} chuyển về ${into[place]?.name ?? ""}.`);
    if (targets.length > 1 && wanted === undefined) {
      draft.plan.warnings.push(
        `${child.name} ở dưới đơn vị bị tách, được xếp vào ${into[place]?.name ?? ""}: xem lại.`,
      );
    }
  }
}
