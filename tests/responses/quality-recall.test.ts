import { describe, expect, it } from "vitest";
import { FALSE_POSITIVES, findIn, MUST_FIND, RECALL, SETS } from "../../scripts/bench/quality";
import type { Style } from "../../scripts/simulate/forms/staff-filled-forms";

describe.each(SETS)("among people whose mean is %s", (set) => {
  it("the rules flag at most one honest form in a hundred, and open fewer to exclusion", () => {
    const { flagged, excludable } = findIn(set, null);
    expect(flagged).toBeLessThanOrEqual(FALSE_POSITIVES);
    expect(excludable).toBeLessThan(flagged);
  });

  it.each(Object.entries(MUST_FIND))("forms of the style %s are found by the rule %s", (style, rule) => {
    expect(findIn(set, style as Style).rules[rule]).toBeGreaterThanOrEqual(RECALL);
  });

  it("one level throughout, however often, opens nothing to exclusion by itself", () => {
    const found = findIn(set, "all-top");
    expect(found.rules["straight-lining"]).toBe(1);
    expect(found.excludable).toBe(0);
  });

  // If this ever fails, look for a rule that was made for the simulation.
  it("forms that imitate honest ones are not found: the rules do not promise that", () => {
    expect(findIn(set, "imitation").flagged).toBeLessThan(0.05);
  });
});
