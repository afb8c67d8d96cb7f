import { expect, it } from "vitest";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey } from "../support/surveys";
import { VIETNAMESE_LETTER } from "../support/vietnamese-text";

const PAGES = [
  ["/surveys", "Surveys"],
  ["/questionnaires", "Questionnaires"],

  ["/tasks", "Tasks of Annex 03"],
  ["/kiosks", "Tablets"],
  ["/kiosks/new", "Add a tablet"],
  ["/kiosks/guide", "How to set up a tablet"],
  ["/accounts", null],
  ["/accounts/new", null],
  ["/account", null],
  ["/activities", null],
  ["/surveys/:id/results", "Results"],
  ["/surveys/:id/comments", "Written comments"],
  ["/surveys/:id/held", "Responses to review"],
] as const;

it("every officers' page comes in English to an account whose language is English", async () => {
  const database = referenceDatabase();
  const { surveyId } = await addOpenSurvey(database, { units: ["bv-dk-tinh"] });
  const site = await signedIn(database);
  database.$client.prepare("update surveys set title = 'Outpatients 2026' where id = ?").run(surveyId);
  database.$client.prepare("update accounts set language = 'en' where username = 'administrator-th'").run();
  for (const [path, heading] of PAGES) {
    const response = await site.get(path.replace(":id", String(surveyId)));
    const html = (await response.text()).replaceAll("<!-- -->", "");
    const [, title = ""] = /<h1[^>]*>(.*?)<\/h1>/s.exec(html) ?? [];
    expect([path, response.status, /<html lang="(\w+)"/.exec(html)?.[1]]).toEqual([path, 200, "en"]);
    expect(title, path).not.toBe("");
    expect(VIETNAMESE_LETTER.test(title), `${path}: ${title}`).toBe(false);
    if (heading) expect(title).toContain(heading);
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]?.replace("Hài Lòng", ""), path).not.toMatch(VIETNAMESE_LETTER);
  }
});
