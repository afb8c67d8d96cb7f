import { expect, test } from "vitest";
import { annexReference, type ReportIssuer, writtenReference } from "~/reports/letterhead";
import type { Annex, Block, ReportDocument } from "~/reports/report-document";
import { withRemarks } from "~/reports/with-remarks";
import { fieldworkEnd } from "~/surveys/survey";

const issuer: ReportIssuer = { name: "Sở Y tế", code: "SYT", superior: "UBND tỉnh Thanh Hóa" };

test("an annex names the number and the day that were written at the head, and leaves open what was not", () => {
  const reference = annexReference(issuer, "2026-11-23");
  expect(reference).toMatch(/^\(Kèm theo Báo cáo số ……\/BC-\S+ ngày …… tháng 11 năm 2026/);
  const written = writtenReference(reference, { number: "123/BC-SYT", day: "2026-12-01" });
  expect(written).toContain("Báo cáo số 123/BC-SYT ngày 01 tháng 12 năm 2026");
  expect(writtenReference(reference, { number: "", day: "" })).toBe(reference);
  expect(writtenReference(reference, { number: "$&/BC-SYT", day: "" })).toContain("số $&/BC-SYT ngày …… tháng 11");
});

test("sentences with an open number stand until the authors name their documents, whose lines come in their place", () => {
  const body: Block[] = [
    { kind: "paragraph", text: "Căn cứ Quyết định số ……", until: "grounds" },
    { kind: "author-remark", text: "[điền số]", place: "grounds" },
    { kind: "paragraph", text: "Cuối." },
  ];
  const document = { body, annexes: [] as Annex[] } as ReportDocument;
  const texts = (written: string) =>
    withRemarks(document, new Map([["grounds", written]])).body.map((block) => ("text" in block ? block.text : ""));
  expect(texts("")).toEqual(["Căn cứ Quyết định số ……", "[điền số]", "Cuối."]);
  expect(texts(" \n")).toEqual(["Căn cứ Quyết định số ……", "[điền số]", "Cuối."]);
  expect(texts("Quyết định số 12/QĐ-UBND\nKế hoạch số 3/KH-SYT")).toEqual([
    "Quyết định số 12/QĐ-UBND",
    "Kế hoạch số 3/KH-SYT",
    "Cuối.",
  ]);
});

test("fieldwork ends on the last day of its window, or on the earlier day on which it was closed", () => {
  const zone = "Asia/Ho_Chi_Minh";
  expect(fieldworkEnd({ closesOn: "2026-12-31", closedAt: null }, zone)).toBe("2026-12-31");
  // Half past eleven in the evening before, by the world's clock.
  expect(fieldworkEnd({ closesOn: "2026-12-31", closedAt: "2026-11-22T18:30:00.000Z" }, zone)).toBe("2026-11-23");
  expect(fieldworkEnd({ closesOn: "2026-10-31", closedAt: "2026-11-22T18:30:00.000Z" }, zone)).toBe("2026-10-31");
});
