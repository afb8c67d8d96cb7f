import { expect, it } from "vitest";
import { measureGroup } from "~/indices/measure-groups";
import { createFrame } from "~/indices/response-frame";
import { parseQuestionnaire } from "~/questionnaires/questionnaire-schema";

// Six factors: 1/6 has no exact binary form, so six shares of 1/6 sum to 0.9999999999999999.
it.each(["mean-of-items", "mean-of-factors"])("%s of people who are all satisfied is exactly 1", (rule) => {
  const codes = ["A", "B", "C", "D", "E", "F"];
  const parsed = parseQuestionnaire({
    format: "hailong.questionnaire/1",
    code: "six",
    sector: "other",
    title: { vi: "Sáu yếu tố" },
    source: "Kiểm thử",
    scales: [
      {
        code: "s",
        levels: [
          { value: 1, label: { vi: "Không" } },
          { value: 2, label: { vi: "Có" }, satisfied: true },
        ],
      },
    ],
    factors: codes.map((code) => ({ code })),
    items: codes.map((code) => ({ code: `${code}1`, type: "scale", scale: "s", factor: code, text: { vi: code } })),
    index: { rule },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const frame = createFrame(parsed.questionnaire);
  for (let person = 0; person < 20; person++) frame.add("u", Object.fromEntries(codes.map((code) => [`${code}1`, 2])));
  const overall = measureGroup({ frame, unit: "*", rows: null }).measures.find(({ level }) => level === "overall");
  expect(overall?.rate).toBe(1);
  expect(overall?.rate_se).toBe(0);
  expect(overall?.rate_ci?.[1]).toBe(1);
});
