import { readFileSync } from "node:fs";
import { describe, it } from "vitest";
import { reformPlanSchema } from "~/reports/reform-plan";
import { buildReport, issuerOf } from "~/reports/report-content";
import { hospitals, sampleResults, seedQuestionnaire } from "./sample-results";

describe("x", () => {
  it("dump", () => {
    const results = sampleResults({
      questionnaire: seedQuestionnaire("outpatient-qd56"),
      units: [
        { key: "th", code: "38", name: "Tỉnh Thanh Hóa", persons: 0, surveyed: false, kind: "province" },
        {
          key: "th-syt",
          code: "SYT",
          name: "Sở Y tế",
          persons: 0,
          parentKey: "th",
          surveyed: false,
          kind: "department",
        },
        ...hospitals(),
      ],
    });
    const plan = reformPlanSchema.parse(JSON.parse(readFileSync("seeds/plans/phu-luc-03-2026.json", "utf8")));
    const doc = buildReport({
      results,
      task: plan.tasks[3] ?? null,
      planYear: 2026,
      today: "2026-12-05",
      issuedBy: issuerOf(results),
    });
    for (const b of doc.body) {
      if (b.kind === "table") {
        console.log(
          b.table.caption +
            "\n" +
            [...b.table.header, ...b.table.rows.map((r) => r.cells)]
              .slice(0, 12)
              .map((r) => r.map((c) => c.text).join(" | "))
              .join("\n") +
            "\n" +
            b.table.notes.join("\n"),
        );
      } else console.log(JSON.stringify(b));
    }
    console.log(
      doc.letterhead,
      doc.subject,
      doc.marks,
      doc.closing,
      doc.annexes.map((a) => [a.label, a.title, a.reference]),
    );
  });
});
