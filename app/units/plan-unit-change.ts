import { formatDay } from "~/i18n/dates";
import { type ChangePlan, type ChangeProblem, PlanDraft, standingOf } from "./plan-draft";
import { planReorganisation } from "./plan-reorganisation";
import type { Standing, UnitChange } from "./unit-change";
import type { DatedVersion, UnitTimeline } from "./unit-timeline";

export type PlannedChange = { ok: true; plan: ChangePlan } | { ok: false; problems: ChangeProblem[] };

/**
 * What a change would do from a day on (ISO, the first day of the new state), or why it cannot be. Nothing is changed. Units that come
 * out of a reorganisation are new ones, whatever their code or name: what was answered about the old ones stays theirs.
 */
export function planUnitChange(timeline: UnitTimeline, change: UnitChange, effectiveOn: string): PlannedChange {
  const draft = new PlanDraft(timeline, effectiveOn);
  planInto(draft, change);
  return draft.problems.length > 0
    ? { ok: false, problems: draft.problems }
    : { ok: true, plan: { ...draft.plan, effects: [...new Set(draft.plan.effects)] } };
}

function planInto(draft: PlanDraft, change: UnitChange): void {
  if (change.kind === "create") create(draft, change.into);
  else if (change.kind === "rename") rename(draft, change);
  else if (change.kind === "reparent") reparent(draft, change);
  else if (change.kind === "reorganise") planReorganisation(draft, change);
  else if (change.kind === "close") close(draft, change.unitId);
  else correct(draft, change);
}

function create(draft: PlanDraft, into: Standing): void {
  draft.checkPlace(into, "");
  const id = draft.make(into);
  draft.plan.effects.push(`Thêm ${into.name} (mã ${into.code}) từ ngày ${draft.day}.`);
  draft.noteFormerBearer(into.code, id);
}

function rename(draft: PlanDraft, { unitId, code, name }: Extract<UnitChange, { kind: "rename" }>): void {
  const version = draft.present(unitId, "unitId");
  if (!version) return;
  if (version.code === code && version.name === name) {
    draft.problems.push({ field: "name", message: "Tên và mã vẫn như cũ: chưa có gì thay đổi" });
  }
  draft.checkCode(code, [unitId], "code");
  draft.succeed(version, { ...standingOf(version), code, name });
  draft.plan.lineage.push({ oldUnitId: unitId, newUnitId: unitId, relation: "rename" });
  draft.plan.effects.push(`Từ ngày ${draft.day}, ${version.name} (mã ${version.code}) là ${name} (mã ${code}).`);
  draft.plan.effects.push(
    "Vẫn là một đơn vị: phiếu, điểm khảo sát, tài khoản giữ nguyên, so sánh các năm không bị cắt.",
  );
  draft.noteFormerBearer(code, unitId);
}

function reparent(draft: PlanDraft, { unitId, parentId }: Extract<UnitChange, { kind: "reparent" }>): void {
  const version = draft.present(unitId, "unitId");
  if (!version) return;
  const parent = draft.timeline.on(parentId, draft.effectiveOn);
  if (!parent) {
    draft.problems.push({ field: "parentId", message: `Cấp trên mới không có vào ngày ${draft.day}` });
    return;
  }
  if (version.parentId === parentId) {
    draft.problems.push({ field: "parentId", message: `${version.name} đã thuộc ${parent.name}` });
  }
  if (draft.isBelow(parentId, unitId)) {
    draft.problems.push({
      field: "parentId",
      message: `${parent.name} đang ở dưới ${version.name}, không làm cấp trên được`,
    });
  }
  draft.succeed(version, { ...standingOf(version), parentId });
  draft.plan.lineage.push({ oldUnitId: unitId, newUnitId: unitId, relation: "reparent" });
  draft.plan.effects.push(`Từ ngày ${draft.day}, ${version.name} và các đơn vị bên dưới thuộc ${parent.name}.`);
  draft.plan.effects.push("Người có phạm vi ở cấp trên mới sẽ thấy đơn vị này; cấp trên cũ thì không.");
}

function close(draft: PlanDraft, unitId: number): void {
  const version = draft.present(unitId, "unitId");
  if (!version) return;
  const children = draft.timeline.childrenOn(unitId, draft.effectiveOn);
  if (children.length > 0) {
    const message = `${version.name} còn ${children.length} đơn vị trực thuộc: chuyển hoặc ngừng các đơn vị đó trước`;
    draft.problems.push({ field: "unitId", message });
  }
  draft.end(version);
  draft.plan.effects.push(
    `${version.name} hết hiệu lực sau ngày ${formatDay(draft.dayBefore)}, không có đơn vị kế tiếp.`,
  );
  draft.plan.effects.push("Phiếu đã thu và báo cáo cũ giữ nguyên.");
}

function correct(draft: PlanDraft, { unitId, code, name, unitKind }: Extract<UnitChange, { kind: "correct" }>): void {
  const version = draft.timeline.on(unitId, draft.effectiveOn);
  if (!version) {
    draft.problems.push({ field: "unitId", message: `Không có đơn vị này vào ngày ${draft.day}` });
    return;
  }
  draft.checkCode(code, [unitId], "code", version.validFrom ?? draft.effectiveOn);
  draft.plan.amends.push({ version, standing: { ...standingOf(version), code, name, kind: unitKind } });
  draft.plan.effects.push(
    `Sửa ${version.name} (mã ${version.code}) thành ${name} (mã ${code})${since(version)}, ở mọi màn hình và báo cáo lập sau này.`,
  );
}

function since({ validFrom }: DatedVersion): string {
  return validFrom === null ? "" : ` kể từ ngày ${formatDay(validFrom)}`;
}
