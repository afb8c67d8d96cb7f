import { describe, expect, test } from "vitest";
import { pageAddress, readUnitTable, sortAddress } from "~/indices/read-unit-table";
import { unitTable } from "~/indices/results-view";
import { sampleResults, seedQuestionnaire } from "../reports/sample-results";

const UNITS = 250;
const results = sampleResults({
  questionnaire: seedQuestionnaire("outpatient-qd56"),
  units: Array.from({ length: UNITS }, (_, at) => ({
    key: `u${at}`,
    code: `${1000 + at}`,
    name: `Trạm y tế ${at % 2 === 0 ? "Đông" : "Tây"} ${String((at * 7) % UNITS).padStart(3, "0")}`,
    persons: (at * 13) % 80,
  })),
});
const ask = (address: string) => unitTable(results, readUnitTable(new URLSearchParams(address)));

describe("the table of units", () => {
  test("comes a hundred at a time, each unit once", () => {
    const pages = [1, 2, 3].map((page) => ask(`page=${page}`));
    expect(pages.map(({ rows }) => rows.length)).toEqual([100, 100, 50]);
    expect(pages.flatMap(({ rows }) => rows.map(({ unit }) => unit.key))).toEqual(results.units.map(({ key }) => key));
    expect(pages[0]).toMatchObject({ found: UNITS, total: UNITS, page: 1, pages: 3 });
  });

  test.each(["rate", "-rate", "mean", "-mean", "responses", "-responses"])(
    "goes by %s, the masked ones last",
    (sort) => {
      const rows = [1, 2, 3].flatMap((page) => ask(`sort=${sort}&page=${page}`).rows);
      expect(new Set(rows.map(({ unit }) => unit.key)).size).toBe(UNITS);
      const column = sort.replace("-", "") as "rate" | "mean" | "responses";
      const values = rows.map(({ unit, overall }) =>
        column === "responses" ? unit.responses : (overall?.[column] ?? null),
      );
      const known = values.filter((value) => value !== null);
      expect(known.length).toBeGreaterThan(100);
      expect(known.length).toBeLessThan(UNITS);
      expect(values.slice(0, known.length)).toEqual(known);
      expect(known).toEqual(known.toSorted((one, other) => (sort.startsWith("-") ? other - one : one - other)));
    },
  );

  test("finds names without diacritics and says how many", () => {
    const table = ask("q=tram y te tay&sort=name");
    expect(table).toMatchObject({ found: 125, total: UNITS, pages: 2 });
    expect(table.rows.every(({ unit }) => unit.name.includes("Tây"))).toBe(true);
    expect(ask("q=khong co").rows).toEqual([]);
  });

  test("answers a page beyond the last with the last, and nonsense with the first", () => {
    expect(ask("page=99").page).toBe(3);
    for (const page of ["0", "-1", "1.5", "x", "99999999999"]) expect(ask(`page=${page}`).page).toBe(1);
  });

  test("keeps search and order from page to page, and begins anew in another order", () => {
    const asked = readUnitTable(new URLSearchParams("q=dong&sort=-rate&page=2"));
    expect(pageAddress(asked, 3)).toBe("?q=dong&sort=-rate&page=3");
    expect(pageAddress(asked, 1)).toBe("?q=dong&sort=-rate");
    expect(sortAddress(asked, "rate")).toBe("?q=dong&sort=rate");
    expect(sortAddress(asked, "name")).toBe("?q=dong&sort=name");
  });
});
