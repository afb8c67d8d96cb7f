import { describe, expect, it } from "vitest";
import { HONEST_SETS, type HonestSet, honestForms, ITEMS } from "../../scripts/simulate/forms/honest-forms";
import { STYLES, taintedForms } from "../../scripts/simulate/forms/staff-filled-forms";

const SETS = Object.keys(HONEST_SETS) as HonestSet[];

function mean(forms: readonly { levels: string }[]): number {
  const given = forms.flatMap(({ levels }) => [...levels.replaceAll(" ", "")].map(Number));
  return given.reduce((sum, level) => sum + level, 0) / given.length;
}

describe.each(SETS)("honest people whose mean is %s", (set) => {
  const forms = honestForms(set);

  it("have that mean, and the same forms each time", () => {
    expect(mean(forms)).toBeCloseTo(Number(set), 1);
    expect(honestForms(set)).toEqual(forms);
  });

  it("hang together within a person, and some tick one column", () => {
    const oneLevel = forms.filter(({ levels }) => new Set(levels.replaceAll(" ", "")).size === 1).length;
    expect(oneLevel / forms.length).toBeGreaterThan(0.03);
    const persons = forms.map(({ levels }) => mean([{ levels }]));
    const spread = persons.reduce((sum, one) => sum + (one - Number(set)) ** 2, 0) / persons.length;
    // Were items independent, a person's mean of 28 would hardly move.
    expect(spread).toBeGreaterThan(5 / ITEMS / ITEMS);
  });

  it.each(STYLES)("stay as they are beside forms filled in by staff: %s", (style) => {
    const tainted = taintedForms(set, style);
    expect(tainted.forms.filter(({ id }) => !tainted.filledByStaff.has(id))).toEqual(forms);
    expect(tainted.filledByStaff.size).toBe(320);
    for (const { levels, startedAt, finishedAt } of tainted.forms) {
      expect(levels).toMatch(/^[1-5 ]{28}$/);
      if (startedAt !== null) expect(startedAt).toBeLessThan(finishedAt);
    }
  });
});
