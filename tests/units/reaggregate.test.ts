import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LineageEdge, reaggregate } from "~/units/reaggregate";
import { referenceDatabase } from "../support/databases";

const edge = (oldUnitId: number, newUnitId: number, relation: LineageEdge["relation"], effectiveOn: string) => ({
  ...{ oldUnitId, newUnitId, relation, effectiveOn },
});
const DAYS = { from: "2025-06-30", to: "2026-06-30" };

describe("answers in the units of a later day", () => {
  it("of a merger are those of all units that went in, through several changes", () => {
    const made = reaggregate(
      [
        edge(1, 3, "merge", "2025-07-01"),
        edge(2, 3, "merge", "2025-07-01"),
        edge(3, 5, "merge", "2026-01-01"),
        edge(4, 5, "merge", "2026-01-01"),
      ],
      DAYS,
    );
    expect(made.get(3)).toEqual({ whole: [1, 2], split: [] });
    expect(made.get(5)).toEqual({ whole: [1, 2, 4], split: [] });
    expect(made.get(4)).toBeUndefined();
  });

  it("of a split cannot be told, nor those of what a part of it went into later", () => {
    const made = reaggregate(
      [
        edge(1, 3, "split", "2025-07-01"),
        edge(1, 4, "split", "2025-07-01"),
        edge(2, 4, "merge", "2025-07-01"),
        edge(4, 6, "rename", "2026-01-01"),
      ],
      DAYS,
    );
    expect(made.get(3)).toEqual({ whole: [], split: [1] });
    expect(made.get(4)).toEqual({ whole: [2], split: [1] });
    expect(made.get(6)).toEqual({ whole: [2], split: [1] });
  });

  it("follow only changes after the first day and up to the last", () => {
    const edges = [edge(1, 2, "merge", "2025-06-30"), edge(3, 4, "merge", "2026-07-01")];
    expect(reaggregate(edges, DAYS).size).toBe(0);
  });

  it("are each in one unit, and none is lost, where nothing was split", () => {
    const merges = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 3 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(merges, (pairs) => {
        const successor = new Map(pairs.map(([old, at]) => [old, 100 + at]));
        const edges = [...successor].map(([old, next]) => edge(old, next, "merge", "2025-07-01"));
        const parts = [...reaggregate(edges, DAYS).values()].flatMap(({ whole }) => whole);
        expect(parts.sort((a, b) => a - b)).toEqual([...successor.keys()].sort((a, b) => a - b));
      }),
    );
  });

  it("are refused for 17 of the 166 communes of 1 July 2025 and exact for the others", () => {
    const edges = referenceDatabase()
      .$client.prepare(
        "select old_unit_id oldUnitId, new_unit_id newUnitId, relation, effective_on effectiveOn from unit_lineage",
      )
      .all() as LineageEdge[];
    const made = [...reaggregate(edges, { from: "2025-06-30", to: "2025-07-01" }).values()];
    expect(made.filter(({ split }) => split.length > 0)).toHaveLength(17);
    expect(made.filter(({ split }) => split.length === 0)).toHaveLength(149);
    expect(new Set(made.flatMap(({ whole, split }) => [...whole, ...split])).size).toBe(547);
  });
});
