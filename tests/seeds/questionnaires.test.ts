import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { canonicalJson, questionnaireChecksum } from "~/questionnaires/checksum.server";
import { localize, scoredItems } from "~/questionnaires/questionnaire";
import { parseQuestionnaire, type Questionnaire } from "~/questionnaires/questionnaire-schema";
import { findVersion, listVersions } from "~db/repositories/questionnaire-versions";
import { referenceDatabase } from "../support/databases";

const folder = () => join(inject("root"), "seeds/questionnaires");
const files = readdirSync(join(import.meta.dirname, "../../seeds/questionnaires")).filter(
  (name) => name !== "manifest.json",
);

function read(file: string): { raw: object; questionnaire: Questionnaire; document: object } {
  const raw = JSON.parse(readFileSync(join(folder(), file), "utf8"));
  const parsed = parseQuestionnaire(raw);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return { raw, ...parsed };
}

function perFactor({ factors, ...rest }: Questionnaire): number[] {
  const items = scoredItems({ factors, ...rest });
  return factors.map((factor) => items.filter((item) => item.factor === factor.code).length);
}

describe("questionnaires in seeds/", () => {
  // Counts as the forms print them: domain/instruments, parts A.4, A.5, B.4 to B.7, C.2.
  it.each([
    ["sipas-household-2023-2026.json", [2, 2, 9, 10, 3, 4, 3, 3, 3], 39, "mean-of-items"],
    ["sipas-household-2022.json", [2, 2, 8, 2, 4, 4, 5, 3, 3], 33, "mean-of-items"],
    ["one-stop-counter.json", [3, 4, 3, 3, 3], 16, "mean-of-items"],
    ["inpatient-qd56.json", [5, 7, 11, 7, 6], 36, "pooled"],
    ["outpatient-qd56.json", [5, 10, 8, 4, 4], 31, "pooled"],
    ["vaccination-qd56.json", [5, 8, 12, 5, 3], 33, "pooled"],
    ["health-staff-qd3869.json", [9, 9, 12, 7, 7], 44, "pooled"],
    ["education-parents-draft.json", [5, 6, 5, 4, 4], 24, "mean-of-factors"],
    ["education-pupils-draft.json", [5, 6, 5, 4, 4], 24, "mean-of-factors"],
  ])("%s has %j criteria per factor, %i in all, rule %s", (file, counts, total, rule) => {
    const { questionnaire } = read(file);
    expect(perFactor(questionnaire)).toEqual(counts);
    expect(scoredItems(questionnaire)).toHaveLength(total);
    expect(questionnaire.index.rule).toBe(rule);
  });

  it("names every file in a case above", () => {
    expect(files).toHaveLength(9);
  });

  it("has the household form as printed: profile, Câu 1–10, two domains and nine factors", () => {
    const { questionnaire } = read("sipas-household-2023-2026.json");
    expect(questionnaire.domains.map(({ code }) => code)).toEqual(["I", "II"]);
    expect(questionnaire.factors.map(({ code }) => code)).toEqual("IA IB IC ID IIA IIB IIC IID IIE".split(" "));
    const questions = new Set(questionnaire.items.map(({ code }) => /^Q(\d+)/.exec(code)?.[1]).filter(Boolean));
    for (let question = 1; question <= 10; question++) expect(questions).toContain(String(question));
    expect(questionnaire.items.filter((item) => item.profile).length).toBeGreaterThanOrEqual(6);
  });

  it.each(files)("%s round-trips through the database with equal canonical JSON and checksum", async (file) => {
    const database = referenceDatabase();
    const { raw, questionnaire } = read(file);
    const listed = (await listVersions(database)).find(({ code }) => code === questionnaire.code);
    const version = listed && (await findVersion(database, listed.id));
    expect(version).toBeTruthy();
    expect(canonicalJson(JSON.parse(version?.document ?? "{}"))).toBe(canonicalJson(raw));
    expect(version?.checksum).toBe(questionnaireChecksum(raw));
    expect(listed?.verified).toBe(false);
  });

  it("keeps the 2022 form as structure only and lets surveys collect with all others", async () => {
    const versions = await listVersions(referenceDatabase());
    expect(versions.filter(({ collectable }) => !collectable).map(({ code }) => code)).toEqual([
      "sipas-household-2022",
    ]);
  });

  it.each([
    "one-stop-counter.json",
    "outpatient-qd56.json",
    "education-parents-draft.json",
    "education-pupils-draft.json",
  ])("%s is translated into English from end to end", (file) => {
    const { questionnaire: q } = read(file);
    const texts = [
      q.title,
      ...(q.intro ? [q.intro] : []),
      ...q.scales.flatMap(({ levels }) => levels.map(({ label }) => label)),
      ...q.domains.map(({ title }) => title),
      ...q.factors.map(({ title }) => title),
      ...q.items.flatMap((item) => [
        item.text,
        ...(item.hint ? [item.hint] : []),
        ...("options" in item ? item.options.map(({ label }) => label) : []),
      ]),
    ];
    expect(texts.filter((text) => !localize(text, "en").translated)).toEqual([]);
  });

  it("never calls the counter form SIPAS, and asks whether a person or an organisation answers", () => {
    const { raw, questionnaire } = read("one-stop-counter.json");
    expect(JSON.stringify(raw)).not.toMatch(/SIPAS/i);
    const first = questionnaire.items[0];
    expect(first?.type === "single" && first.required && first.options.length === 2).toBe(true);
  });

  it("titles the education forms as the system's own drafts, under no decision", () => {
    for (const file of ["education-parents-draft.json", "education-pupils-draft.json"]) {
      const { raw, questionnaire } = read(file);
      expect(questionnaire.title.vi).toMatch(/^Phiếu dự thảo của hệ thống/);
      expect(JSON.stringify(raw)).not.toMatch(/QĐ \d|QĐ-BGDĐT/);
    }
  });

  it("never asks respondents for their name or telephone number", () => {
    for (const file of files) {
      for (const item of read(file).questionnaire.items.filter((one) => one.profile || one.type === "text"))
        expect(item.text.vi).not.toMatch(/họ (và )?tên|số (di động|điện thoại)/i);
    }
  });
});
