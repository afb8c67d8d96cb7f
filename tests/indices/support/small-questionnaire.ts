import { parseQuestionnaire, type Questionnaire } from "~/questionnaires/questionnaire-schema";

/** Satisfaction scale of the health forms: 1 to 5, 4 and 5 satisfied, 0 "không sử dụng" outside the base. */
export const SATISFACTION = {
  code: "satisfaction5",
  levels: [1, 2, 3, 4, 5, 0].map((value) => ({
    value,
    label: { vi: `Mức ${value}` },
    satisfied: value > 3,
    excluded: value === 0,
  })),
};

/** A questionnaire from the parts a test is about; throws where the schema refuses it. */
export function questionnaireOf(parts: Record<string, unknown>): Questionnaire {
  const parsed = parseQuestionnaire({
    format: "hailong.questionnaire/1",
    code: "test",
    sector: "health",
    title: { vi: "Phiếu thử" },
    source: "Dữ liệu thử",
    scales: [SATISFACTION],
    index: { rule: "pooled" },
    ...parts,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.questionnaire;
}

export function scaleItem(code: string, factor?: string, more: Record<string, unknown> = {}) {
  return { code, type: "scale", scale: "satisfaction5", text: { vi: code }, ...(factor ? { factor } : {}), ...more };
}

export function named(...codes: string[]) {
  return codes.map((code) => ({ code, title: { vi: code } }));
}

export function options(...values: (number | Record<string, unknown>)[]) {
  return values.map((entry) =>
    typeof entry === "number" ? { value: entry, label: { vi: `Lựa chọn ${entry}` } } : { label: { vi: "x" }, ...entry },
  );
}
