import type { Standing } from "./unit-change";
import type { UnitKind } from "./unit-kinds";

/** One dated version of a unit. Open ends are null; a negative unit id is of a unit that is still to be made. */
export interface DatedVersion {
  /** Null: still to be stored. */
  id: number | null;
  unitId: number;
  code: string;
  name: string;
  kind: UnitKind;
  parentId: number | null;
  validFrom: string | null;
  validTo: string | null;
  sample: boolean;
}

/** What a change does to the versions. */
export interface TimelineChange {
  /** Versions that end, with their last day. */
  ends: { version: DatedVersion; validTo: string }[];
  /** Versions that are rewritten where they stand. */
  amends: { version: DatedVersion; standing: Standing }[];
  begins: DatedVersion[];
}

/** The versions of all units, as a change looks things up in them. */
export class UnitTimeline {
  constructor(readonly versions: readonly DatedVersion[]) {}

  /** The version of a unit on a day. */
  on(unitId: number, day: string): DatedVersion | null {
    return this.versions.find((version) => version.unitId === unitId && holdsOn(version, day)) ?? null;
  }

  /** The unit that bears a code on a day; no two do. */
  bearerOf(code: string, day: string): DatedVersion | null {
    return this.versions.find((version) => sameCode(version.code, code) && holdsOn(version, day)) ?? null;
  }

  childrenOn(unitId: number, day: string): DatedVersion[] {
    return this.versions.filter((version) => version.parentId === unitId && holdsOn(version, day));
  }

  /** The timeline after a plan, for the change that follows it. */
  after(plan: TimelineChange): UnitTimeline {
    const kept = this.versions.map((version) => {
      const end = plan.ends.find((one) => one.version === version);
      if (end) return { ...version, validTo: end.validTo };
      const amended = plan.amends.find((one) => one.version === version);
      return amended ? { ...version, ...amended.standing, sample: false } : version;
    });
    return new UnitTimeline([...kept, ...plan.begins]);
  }
}

function holdsOn({ validFrom, validTo }: DatedVersion, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
}

/** Codes are the same whatever their capitals. */
export function sameCode(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
