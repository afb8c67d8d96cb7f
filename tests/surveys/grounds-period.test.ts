import { expect, it } from "vitest";
import { groundsOutsidePeriod } from "~/surveys/grounds-period";

const DECISION =
  "Căn cứ Quyết định số 1001/QĐ-BNV ngày 11/12/2023 của Bộ Nội vụ về Phương pháp đo lường sự hài lòng giai đoạn 2023 - 2026;";
const LAW = "Căn cứ Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 ngày 26/6/2025;";

it.each([
  ["2022-12-31", 1],
  ["2023-01-01", 0],
  ["2026-12-31", 0],
  ["2027-01-01", 1],
])("of a survey that begins on %s, %i grounds lie outside their period", (opensOn, count) => {
  expect(groundsOutsidePeriod(`${LAW}\n${DECISION}`, opensOn)).toHaveLength(count);
});

it("names the document and its years, however the dash is written", () => {
  const grounds = ["2021-2025", "2021 – 2025"].map((years) => `căn cứ Kế hoạch 9/KH giai đoạn ${years}.`).join("\n");
  expect(groundsOutsidePeriod(grounds, "2027-03-01")).toEqual([
    { document: "Kế hoạch 9/KH giai đoạn 2021-2025", from: 2021, to: 2025 },
    { document: "Kế hoạch 9/KH giai đoạn 2021 – 2025", from: 2021, to: 2025 },
  ]);
});
