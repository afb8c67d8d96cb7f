import { describe, expect, it } from "vitest";
import { linkedItems } from "~/questionnaires/linked-items";

const step = (fromItem: string | null, toItem: string | null, link: "same" | "reworded" | "new" | "dropped") => ({
  ...{ fromItem, toItem, link },
});

describe("items that can be compared over versions", () => {
  it("are followed by code through every version, and keep that they were once reworded", () => {
    const first = [
      step("A1", "A1", "same"),
      step("A2", "A3", "reworded"),
      step("A4", null, "dropped"),
      step(null, "A2", "new"),
    ];
    const second = [step("A1", "B1", "reworded"), step("A3", "A3", "same"), step("A2", "A2", "same")];
    expect(linkedItems(["A1", "A2", "A4"], [first, second])).toEqual([
      { from: "A1", to: "B1", reworded: true },
      { from: "A2", to: "A3", reworded: true },
    ]);
  });

  it("are all of them within one version, and none where nobody said how versions follow", () => {
    expect(linkedItems(["A1", "A2"], [])).toEqual([
      { from: "A1", to: "A1", reworded: false },
      { from: "A2", to: "A2", reworded: false },
    ]);
    expect(linkedItems(["A1"], [[]])).toEqual([]);
  });
});
