/** A small questionnaire with every item type, as its author would write the file. */
export const CLINIC = {
  format: "hailong.questionnaire/1",
  code: "clinic",
  sector: "health",
  title: { vi: "Phiếu thử phòng khám" },
  source: "Dữ liệu thử",
  scales: [
    {
      code: "satisfaction5",
      levels: [1, 2, 3, 4, 5, 0].map((value) => ({
        value,
        label: { vi: `Mức ${value}` },
        ...(value > 3 ? { satisfied: true } : {}),
        ...(value === 0 ? { excluded: true } : {}),
      })),
    },
  ],
  factors: [{ code: "A", title: { vi: "Tiếp cận" } }],
  items: [
    { code: "A1", type: "scale", scale: "satisfaction5", factor: "A", text: { vi: "A1" } },
    { code: "A2", type: "scale", scale: "satisfaction5", factor: "A", text: { vi: "A2" }, reverse: true },
    { code: "C2", type: "multiple", text: { vi: "C2" }, options: [1, 2, 3].map((value) => option(value, value === 3)) },
    { code: "G2", type: "single", text: { vi: "G2" }, options: [option(1), option(4), option(6, true)] },
    { code: "E8", type: "scale", scale: "satisfaction5", text: { vi: "E8" }, show_if: { item: "G2", in: [4] } },
    { code: "G1", type: "number", min: 0, max: 200, unit: "%", text: { vi: "G1" } },
    { code: "H1", type: "text", max_length: 20, text: { vi: "H1" } },
  ],
  index: { rule: "pooled" },
};

function option(value: number, other = false) {
  return {
    value,
    label: { vi: `Lựa chọn ${value}` },
    ...(other ? { other: true } : {}),
    counts_as_return: value === 4,
  };
}

export const CLINIC_COLUMNS = [
  ...["response_id", "unit_code", "A1", "A2", "C2.1", "C2.2", "C2.3", "C2.other", "G2", "G2.other", "E8", "G1", "H1"],
];

/** A CSV text with the given rows, each a record of cells by column; absent cells are blank. */
export function clinicCsv(rows: readonly Record<string, string | number>[], columns = CLINIC_COLUMNS): string {
  const line = (row: Record<string, string | number>) => columns.map((column) => row[column] ?? "").join(",");
  return `${[columns.join(","), ...rows.map(line)].join("\n")}\n`;
}
