import { addDays, formatDay } from "~/i18n/dates";
import type { Standing } from "./unit-change";
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

/** A plan while it is written: what a change does from a day on, and what speaks against it. */
export class PlanDraft {
  readonly problems: ChangeProblem[] = [];
  readonly plan: ChangePlan = { made: [], ends: [], amends: [], begins: [], lineage: [], effects: [], warnings: [] };
  /** The last day of the old state, and the first of the new one as sentences say it. */
  readonly dayBefore: string;
  readonly day: string;

  constructor(
    readonly timeline: UnitTimeline,
    readonly effectiveOn: string,
  ) {
    this.dayBefore = addDays(effectiveOn, -1);
    this.day = formatDay(effectiveOn);
  }

  /** The unit as it stands on the day, free of later versions; else the problem is told. */
  present(unitId: number, field: string): DatedVersion | null {
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

  /** Its code is free and its unit above is there; `ending` and `siblings` are what ends and begins with it. */
  checkPlace(
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
  checkCode(code: string, besides: readonly number[], field: string, from = this.effectiveOn): void {
    const bearer = this.timeline.versions.find(
      (version) =>
        sameCode(version.code, code) &&
        !besides.includes(version.unitId) &&
        (version.validTo === null || version.validTo >= from),
    );
    if (bearer) this.problems.push({ field, message: `Mã ${code} đang là mã của ${bearer.name}` });
  }

  /** Tells whoever knew the code as another unit's. */
  noteFormerBearer(code: string, unitId: number): void {
    const former = this.timeline.versions.findLast(
      (version) => sameCode(version.code, code) && version.unitId !== unitId,
    );
    if (!former) return;
    const until = former.validTo === null ? formatDay(this.dayBefore) : formatDay(former.validTo);
    this.plan.warnings.push(`Mã ${code} là mã của ${former.name} đến ngày ${until}: số liệu hai đơn vị không bị lẫn.`);
  }

  isBelow(unitId: number, above: number): boolean {
    const seen = new Set<number>();
    for (let id: number | null = unitId; id !== null && !seen.has(id); ) {
      if (id === above) return true;
      seen.add(id);
      id = this.timeline.on(id, this.effectiveOn)?.parentId ?? null;
    }
    return false;
  }

  /** A unit that is new. @returns its id until it is stored, negative. */
  make(standing: Standing): number {
    const id = -1 - this.plan.made.length - this.timeline.versions.filter(({ unitId }) => unitId < 0).length;
    this.plan.made.push(id);
    this.begin(id, standing);
    return id;
  }

  private begin(unitId: number, standing: Standing): void {
    this.plan.begins.push({ id: null, unitId, ...standing, validFrom: this.effectiveOn, validTo: null, sample: false });
  }

  /** Ends a unit with the day before. */
  end(version: DatedVersion): void {
    if (version.validFrom !== null && version.validFrom >= this.effectiveOn) {
      const message = `${version.name} mới bắt đầu từ ngày ${formatDay(version.validFrom)}: chọn ngày sau đó`;
      this.problems.push({ field: "effectiveOn", message });
    }
    this.plan.ends.push({ version, validTo: this.dayBefore });
  }

  /** The next version of a unit; one that begins on the very day is rewritten. */
  succeed(version: DatedVersion, standing: Standing): void {
    if (version.validFrom === this.effectiveOn) {
      this.plan.amends.push({ version, standing });
      return;
    }
    this.plan.ends.push({ version, validTo: this.dayBefore });
    this.begin(version.unitId, standing);
  }
}

export function standingOf({ code, name, kind, parentId }: DatedVersion): Standing {
  return { code, name, kind, parentId };
}
