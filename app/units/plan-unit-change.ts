import { addDays, formatDay } from "~/i18n/dates";
import type { Standing, UnitChange } from "./unit-change";
import type { DatedVersion, TimelineChange, UnitTimeline } from "./unit-timeline";
import { sameCode } from "./unit-timeline";

/** An edge of the lineage that a change adds. */
export interface LineageEdge {
  oldUnitId: number;
  newUnitId: number;
  relation: "rename" | "merge" | "split" | "reparent";
}

/** What a change does to the tree, as rows and as words for its preview. */
export interface ChangePlan extends TimelineChange {
  /** Ids, negative, of units to be made. */
  made: number[];
  lineage: LineageEdge[];
  /** What happens, one sentence each. */
  effects: string[];
  /** What to look at twice. */
  warnings: string[];
}

export interface ChangeProblem {
  /** Field of the form: `unitId`, `effectiveOn`, `code`, `name`, `parentId`, `from`. */
  field: string;
  message: string;
}

export type PlannedChange = { ok: true; plan: ChangePlan } | { ok: false; problems: ChangeProblem[] };

/**
 * What a change would do from a day on (ISO, the first day of the new state), or why it cannot be. Nothing is changed. Units that come
 * out of a reorganisation are new ones, whatever their code or name: what was answered about the old ones stays theirs.
 */
export function planUnitChange(timeline: UnitTimeline, change: UnitChange, effectiveOn: string): PlannedChange {
  const planner = new Planner(timeline, effectiveOn);
  planner.run(change);
  return planner.problems.length > 0
    ? { ok: false, problems: planner.problems }
    : { ok: true, plan: { ...planner.plan, effects: [...new Set(planner.plan.effects)] } };
}

class Planner {
  readonly problems: ChangeProblem[] = [];
  readonly plan: ChangePlan = { made: [], ends: [], amends: [], begins: [], lineage: [], effects: [], warnings: [] };
  private readonly dayBefore: string;
  private readonly day: string;

  constructor(
    private readonly timeline: UnitTimeline,
    private readonly effectiveOn: string,
  ) {
    this.dayBefore = addDays(effectiveOn, -1);
    this.day = formatDay(effectiveOn);
  }

  run(change: UnitChange): void {
    if (change.kind === "create") this.create(change.into);
    else if (change.kind === "rename") this.rename(change);
    else if (change.kind === "reparent") this.reparent(change);
    else if (change.kind === "reorganise") this.reorganise(change);
    else if (change.kind === "close") this.close(change.unitId);
    else this.correct(change);
  }

  private create(into: Standing): void {
    this.checkPlace(into, "");
    const id = this.make(into);
    this.plan.effects.push(`Thêm ${into.name} (mã ${into.code}) từ ngày ${this.day}.`);
    this.noteFormerBearer(into.code, id);
  }

  private rename({ unitId, code, name }: Extract<UnitChange, { kind: "rename" }>): void {
    const version = this.present(unitId, "unitId");
    if (!version) return;
    if (version.code === code && version.name === name) {
      this.problems.push({ field: "name", message: "Tên và mã vẫn như cũ: chưa có gì thay đổi" });
    }
    this.checkCode(code, [unitId], "code");
    this.succeed(version, { ...standingOf(version), code, name });
    this.plan.lineage.push({ oldUnitId: unitId, newUnitId: unitId, relation: "rename" });
    this.plan.effects.push(`Từ ngày ${this.day}, ${version.name} (mã ${version.code}) là ${name} (mã ${code}).`);
    this.plan.effects.push(
      "Vẫn là một đơn vị: phiếu, điểm khảo sát, tài khoản giữ nguyên, so sánh các năm không bị cắt.",
    );
    this.noteFormerBearer(code, unitId);
  }

  private reparent({ unitId, parentId }: Extract<UnitChange, { kind: "reparent" }>): void {
    const version = this.present(unitId, "unitId");
    if (!version) return;
    const parent = this.timeline.on(parentId, this.effectiveOn);
    if (!parent) {
      this.problems.push({ field: "parentId", message: `Cấp trên mới không có vào ngày ${this.day}` });
      return;
    }
    if (version.parentId === parentId) {
      this.problems.push({ field: "parentId", message: `${version.name} đã thuộc ${parent.name}` });
    }
    if (this.isBelow(parentId, unitId)) {
      this.problems.push({
        field: "parentId",
        message: `${parent.name} đang ở dưới ${version.name}, không làm cấp trên được`,
      });
    }
    this.succeed(version, { ...standingOf(version), parentId });
    this.plan.lineage.push({ oldUnitId: unitId, newUnitId: unitId, relation: "reparent" });
    this.plan.effects.push(`Từ ngày ${this.day}, ${version.name} và các đơn vị bên dưới thuộc ${parent.name}.`);
    this.plan.effects.push("Người có phạm vi ở cấp trên mới sẽ thấy đơn vị này; cấp trên cũ thì không.");
  }

  private reorganise({ into, children }: Extract<UnitChange, { kind: "reorganise" }>): void {
    const oldIds = [...new Set(into.flatMap(({ from }) => from))];
    const old = oldIds.flatMap((id) => this.present(id, "from") ?? []);
    if (this.problems.length > 0) return;
    const newIds = into.map((standing, place) => {
      const prefix = into.length > 1 ? `${standing.name}: ` : "";
      this.checkPlace(standing, prefix, oldIds, into.slice(0, place));
      const { from: _from, ...own } = standing;
      return this.make(own);
    });
    if (into.length === 1 && oldIds.length === 1) {
      this.problems.push({ field: "from", message: "Một đơn vị thành một đơn vị là đổi tên: dùng mục Đổi tên" });
    }
    for (const version of old) {
      this.end(version);
      const targets = into.flatMap(({ from }, place) => (from.includes(version.unitId) ? [place] : []));
      for (const place of targets) {
        const relation = targets.length > 1 ? "split" : "merge";
        this.plan.lineage.push({ oldUnitId: version.unitId, newUnitId: newIds[place] ?? 0, relation });
      }
      const names = targets.map((place) => into[place]?.name).join(", ");
      this.plan.effects.push(
        targets.length > 1
          ? `${version.name} (mã ${version.code}) hết hiệu lực sau ngày ${formatDay(this.dayBefore)}, tách vào ${names}.`
          : `${version.name} (mã ${version.code}) hết hiệu lực sau ngày ${formatDay(this.dayBefore)}, nhập toàn bộ vào ${names}.`,
      );
      if (targets.length > 1) {
        this.plan.warnings.push(
          `${version.name} bị tách: số liệu cũ của đơn vị này không so sánh trực tiếp được với đơn vị mới.`,
        );
      }
      this.moveChildren(version, targets, newIds, into, children, oldIds);
    }
    for (const [place, { name, code }] of into.entries()) {
      this.plan.effects.push(`${name} (mã ${code}) bắt đầu từ ngày ${this.day}, là đơn vị mới.`);
      this.noteFormerBearer(code, newIds[place] ?? 0);
    }
    this.plan.effects.push("Phiếu đã thu vẫn thuộc đơn vị vào lúc khảo sát.");
  }

  /** Units below an old one go under what it became; under the new unit chosen for them where it was split. */
  private moveChildren(
    version: DatedVersion,
    targets: readonly number[],
    newIds: readonly number[],
    into: readonly Standing[],
    chosen: readonly { unitId: number; into: number }[],
    ending: readonly number[],
  ): void {
    for (const child of this.timeline.childrenOn(version.unitId, this.effectiveOn)) {
      if (ending.includes(child.unitId)) continue;
      const wanted = chosen.find(({ unitId }) => unitId === child.unitId)?.into;
      const place = wanted !== undefined && targets.includes(wanted) ? wanted : (targets[0] ?? 0);
      this.succeed(child, { ...standingOf(child), parentId: newIds[place] ?? null });
      this.plan.lineage.push({ oldUnitId: child.unitId, newUnitId: child.unitId, relation: "reparent" });
      this.plan.effects.push(`${child.name} chuyển về ${into[place]?.name ?? ""}.`);
      if (targets.length > 1 && wanted === undefined) {
        this.plan.warnings.push(
          `${child.name} ở dưới đơn vị bị tách, được xếp vào ${into[place]?.name ?? ""}: xem lại.`,
        );
      }
    }
  }

  private close(unitId: number): void {
    const version = this.present(unitId, "unitId");
    if (!version) return;
    const children = this.timeline.childrenOn(unitId, this.effectiveOn);
    if (children.length > 0) {
      const message = `${version.name} còn ${children.length} đơn vị trực thuộc: chuyển hoặc ngừng các đơn vị đó trước`;
      this.problems.push({ field: "unitId", message });
    }
    this.end(version);
    this.plan.effects.push(
      `${version.name} hết hiệu lực sau ngày ${formatDay(this.dayBefore)}, không có đơn vị kế tiếp.`,
    );
    this.plan.effects.push("Phiếu đã thu và báo cáo cũ giữ nguyên.");
  }

  private correct({ unitId, code, name, unitKind }: Extract<UnitChange, { kind: "correct" }>): void {
    const version = this.timeline.on(unitId, this.effectiveOn);
    if (!version) {
      this.problems.push({ field: "unitId", message: `Không có đơn vị này vào ngày ${this.day}` });
      return;
    }
    this.checkCode(code, [unitId], "code", version.validFrom ?? this.effectiveOn);
    this.plan.amends.push({ version, standing: { ...standingOf(version), code, name, kind: unitKind } });
    this.plan.effects.push(
      `Sửa ${version.name} (mã ${version.code}) thành ${name} (mã ${code})${since(version)}, ở mọi màn hình và báo cáo lập sau này.`,
    );
  }

  /** The unit as it stands on the day, free of later versions; else the problem is told. */
  private present(unitId: number, field: string): DatedVersion | null {
    const version = this.timeline.on(unitId, this.effectiveOn) ?? null;
    if (!version) {
      this.problems.push({ field, message: `Có đơn vị không còn hoặc chưa có vào ngày ${this.day}` });
      return null;
    }
    const later = this.timeline.versions.find(
      (one) => one.unitId === unitId && one.validFrom !== null && one.validFrom > this.effectiveOn,
    );
    if (later || version.validTo !== null) {
      const day = later?.validFrom ?? addDays(version.validTo ?? "", 1);
      const message = `${version.name} đã có thay đổi ghi từ ngày ${formatDay(day)}: chọn ngày sau đó hoặc bỏ thay đổi ấy trước`;
      this.problems.push({ field: "effectiveOn", message });
      return null;
    }
    return version;
  }

  private checkPlace(
    { code, name, parentId }: Standing,
    prefix: string,
    ending: readonly number[] = [],
    siblings: readonly Standing[] = [],
  ): void {
    this.checkCode(code, ending, "code");
    if (siblings.some((other) => sameCode(other.code, code))) {
      this.problems.push({ field: "code", message: `${prefix}mã ${code} ghi cho hai đơn vị mới` });
    }
    if (parentId === null) return;
    const parent = this.timeline.on(parentId, this.effectiveOn);
    if (!parent || ending.includes(parentId)) {
      this.problems.push({
        field: "parentId",
        message: `${prefix || `${name}: `}cấp trên không có vào ngày ${this.day}`,
      });
    }
  }

  /** A code is free when no unit bears it on the day or later, those that end or are meant left aside. */
  private checkCode(code: string, besides: readonly number[], field: string, from = this.effectiveOn): void {
    const bearer = this.timeline.versions.find(
      (version) =>
        sameCode(version.code, code) &&
        !besides.includes(version.unitId) &&
        (version.validTo === null || version.validTo >= from),
    );
    if (bearer) this.problems.push({ field, message: `Mã ${code} đang là mã của ${bearer.name}` });
  }

  private noteFormerBearer(code: string, unitId: number): void {
    const former = this.timeline.versions.findLast(
      (version) => sameCode(version.code, code) && version.unitId !== unitId,
    );
    if (!former) return;
    const until = former.validTo === null ? formatDay(this.dayBefore) : formatDay(former.validTo);
    this.plan.warnings.push(`Mã ${code} là mã của ${former.name} đến ngày ${until}: số liệu hai đơn vị không bị lẫn.`);
  }

  private isBelow(unitId: number, above: number): boolean {
    const seen = new Set<number>();
    for (let id: number | null = unitId; id !== null && !seen.has(id); ) {
      if (id === above) return true;
      seen.add(id);
      id = this.timeline.on(id, this.effectiveOn)?.parentId ?? null;
    }
    return false;
  }

  private make(standing: Standing): number {
    const id = -1 - this.plan.made.length - this.timeline.versions.filter(({ unitId }) => unitId < 0).length;
    this.plan.made.push(id);
    this.begin(id, standing);
    return id;
  }

  private begin(unitId: number, standing: Standing): void {
    this.plan.begins.push({ id: null, unitId, ...standing, validFrom: this.effectiveOn, validTo: null, sample: false });
  }

  private end(version: DatedVersion): void {
    if (version.validFrom !== null && version.validFrom >= this.effectiveOn) {
      const message = `${version.name} mới bắt đầu từ ngày ${formatDay(version.validFrom)}: chọn ngày sau đó`;
      this.problems.push({ field: "effectiveOn", message });
    }
    this.plan.ends.push({ version, validTo: this.dayBefore });
  }

  /** The next version of a unit; one that begins on the very day is rewritten. */
  private succeed(version: DatedVersion, standing: Standing): void {
    if (version.validFrom === this.effectiveOn) {
      this.plan.amends.push({ version, standing });
      return;
    }
    this.plan.ends.push({ version, validTo: this.dayBefore });
    this.begin(version.unitId, standing);
  }
}

function standingOf({ code, name, kind, parentId }: DatedVersion): Standing {
  return { code, name, kind, parentId };
}

function since({ validFrom }: DatedVersion): string {
  return validFrom === null ? "" : ` kể từ ngày ${formatDay(validFrom)}`;
}
