import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AnswerPageView, answerPageTitle } from "~/components/public-form/answer-page-view";
import type { Language } from "~/i18n/numbers";
import { parseQuestionnaire, type Questionnaire } from "~/questionnaires/questionnaire-schema";
import { numbersOf } from "~/questionnaires/sections";
import { type AnswerPage, answerPageStatus, type FormPage } from "~/responses/answer-page";
import { gatherValues } from "~/responses/form-fields";
import { parseSubmission } from "~/responses/parse-submission";

function seed(name: string): Questionnaire {
  const file = JSON.parse(readFileSync(`seeds/questionnaires/${name}.json`, "utf8"));
  const result = parseQuestionnaire(file);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.questionnaire;
}

const point = { id: 1, code: "23456789", label: "Quầy số 1", unitId: 3, unitName: "Bệnh viện Đa khoa tỉnh" };

function surveyOn(questionnaire: Questionnaire) {
  return {
    id: 17,
    title: "Khảo sát 2026",
    state: "open" as const,
    opensOn: "2026-01-01",
    closesOn: "2026-12-31",
    closedAt: null,
    status: "open" as const,
    ownerName: "Sở Y tế",
    simulated: false,
    checksum: "ab".repeat(32),
    questionnaire,
  };
}

function formPage(questionnaire: Questionnaire, sent: [string, string][] = []): FormPage {
  const parsed = parseSubmission(questionnaire, sent);
  return {
    kind: "form",
    point,
    survey: surveyOn(questionnaire),
    responseId: "3f0e4ad5-5f0b-4ad1-9a52-6a3d1b3c9f10",
    startedAt: "2026-06-01T03:00:00.000Z",
    proofBits: null,
    values: gatherValues(sent),
    problems: sent.length > 0 && !parsed.ok ? parsed.problems : [],
  };
}

function html(page: AnswerPage, language: Language = "vi"): string {
  return renderToStaticMarkup(
    <AnswerPageView
      page={page}
      language={language}
      province="Tỉnh Thanh Hóa"
      contact="1900 0000"
      addressIn={(other) => `?lang=${other}`}
    />,
  );
}

/** The tag that has all the given attributes, as written. */
function tagWith(markup: string, ...attributes: string[]): string {
  const tags = markup.match(/<[^>]+>/g) ?? [];
  const found = tags.filter((tag) => attributes.every((attribute) => tag.includes(` ${attribute}`)));
  expect(found, attributes.join(" ")).toHaveLength(1);
  return found[0] ?? "";
}

describe("a fresh form", () => {
  const questionnaire = seed("outpatient-qd56");
  const markup = html(formPage(questionnaire));

  it("has a native input for every level and option, and nothing chosen", () => {
    for (const item of questionnaire.items) {
      if (item.type !== "scale") continue;
      expect(markup.split(`name="${item.code}"`)).toHaveLength(7);
    }
    expect(markup).not.toContain("checked");
  });

  it("carries no script, inline style or address elsewhere", () => {
    expect(markup).not.toMatch(/<script|style=|javascript:|https?:|\son[a-z]+=/);
  });

  it("carries the envelope before the answers", () => {
    for (const field of ["response_id", "survey", "version", "started_at", "lang"]) {
      expect(markup.indexOf(`name="${field}"`)).toBeGreaterThan(0);
      expect(markup.indexOf(`name="${field}"`)).toBeLessThan(markup.indexOf('name="P1"'));
    }
  });

  it("names every group by its question", () => {
    expect(tagWith(markup, 'aria-labelledby="item-A1-ask"')).toContain('role="radiogroup"');
    expect(tagWith(markup, 'id="item-A1-ask"')).toContain("<legend");
  });

  it("has every id once", () => {
    const ids = markup.match(/ id="[^"]+"/g) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("stays small: the official outpatient form in under 10 KB compressed", async () => {
    const { gzipSync } = await import("node:zlib");
    expect(gzipSync(markup).length).toBeLessThan(10_000);
  });

  it("numbers questions within sections and counts them", () => {
    expect(markup).toContain("Phần 2/7 · 5 câu");
    expect(numbersOf(questionnaire).get("B3")).toBe(
      `${questionnaire.items.findIndex(({ code }) => code === "B3") + 1}`,
    );
  });
});

describe("routing and requirement in words", () => {
  const markup = html(formPage(seed("one-stop-counter")));

  it("tells when to answer, with a link to the question", () => {
    expect(markup.replace(/<(?!a)[^>]*>/g, "")).toContain(
      'Chỉ trả lời nếu đã chọn “Cá nhân (người dân)” ở <a href="#item-P1">câu 1',
    );
  });

  it("numbers what some persons are asked with letters, so that nobody meets a hole", () => {
    const numbers = [...markup.matchAll(/id="item-(\w+)-ask"[^>]*>(\w+)\./g)].map(([, code, number]) => [code, number]);
    expect(numbers.slice(0, 4)).toEqual([
      ["P1", "1"],
      ["P2", "1a"],
      ["P3", "1b"],
      ["P4", "2"],
    ]);
  });

  it("marks required questions in words", () => {
    expect(markup).toContain("(bắt buộc)");
  });
});

describe("a form that comes back", () => {
  const questionnaire = seed("one-stop-counter");
  const page = formPage(questionnaire, [
    ["A1", "4"],
    ["A2", "7"],
    ["H1", `Tốt & <b>nhanh</b>${"x".repeat(1000)}`],
  ]);
  const markup = html(page);

  it("keeps what was answered", () => {
    expect(tagWith(markup, 'name="A1"', 'value="4"')).toContain("checked");
    expect(markup).toContain("Tốt &amp; &lt;b&gt;nhanh&lt;/b&gt;xxx");
    expect(markup.match(/ checked=/g)).toHaveLength(1);
  });

  it("lists the problems at the top, each with a link to its place", () => {
    for (const code of ["P1", "A2", "H1"]) {
      expect(markup).toContain(`href="#item-${code}"`);
      tagWith(markup, `id="item-${code}"`);
    }
    expect(markup.indexOf("error-summary")).toBeLessThan(markup.indexOf("<form"));
  });

  it("ties each message to its question", () => {
    const group = tagWith(markup, 'aria-labelledby="item-A2-ask"');
    expect(group).toContain('aria-invalid="true"');
    expect(group).toContain("item-A2-error");
    expect(tagWith(markup, 'name="H1"')).toContain('aria-invalid="true"');
    tagWith(markup, 'id="item-A2-error"');
  });

  it("says so in the title, and answers 422", () => {
    expect(answerPageTitle(page, "vi")).toMatch(/^Lỗi: /);
    expect(answerPageTitle(page, "en")).toMatch(/^Error: /);
    expect(answerPageStatus(page)).toBe(422);
  });
});

describe("another language", () => {
  it("marks what has no translation, and says so once at the top", () => {
    const markup = html(formPage(seed("sipas-household-2023-2026")), "en");
    expect(markup).toContain('<span lang="vi">Giới tính</span>');
    expect(markup).toContain("have not been translated");
    expect(html(formPage(seed("outpatient-qd56")), "en")).not.toMatch(/<span lang="vi">|not been translated/);
  });
});

describe("a form sent outside the window", () => {
  it("shows the answers and takes none", () => {
    const questionnaire = seed("outpatient-qd56");
    const page: AnswerPage = {
      kind: "closed",
      point,
      survey: surveyOn(questionnaire),
      day: "2026-05-31",
      nextOn: "2026-09-01",
      values: gatherValues([["A1", "4"]]),
    };
    const markup = html(page);
    const tag = tagWith(markup, 'name="A1"', 'value="4"');
    expect([tag.includes(" checked"), tag.includes(" disabled")]).toEqual([true, true]);
    expect(markup).toContain("31/05/2026");
    expect(markup).toContain("Đợt khảo sát tiếp theo ở đây mở từ ngày 01/09/2026");
    expect(markup).not.toContain('type="submit"');
    expect(answerPageStatus(page)).toBe(410);
    expect(html({ ...page, values: gatherValues([]) })).not.toContain("<form");
  });
});
