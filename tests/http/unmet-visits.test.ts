import { expect, it } from "vitest";
import { changeStatus } from "~db/repositories/surveys";
import { countUnmetVisits } from "~db/repositories/unmet-visits";
import { addViewer } from "../support/accounts";
import { visitSite } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { serveSite } from "../support/served-site";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

async function closedPoint() {
  const database = referenceDatabase();
  const survey = await addOpenSurvey(database);
  const viewer = await provinceViewer(database);
  const close = () =>
    changeStatus(database, viewer, {
      surveyId: survey.surveyId,
      from: "open",
      to: "closed",
      at: new Date("2026-06-01T03:00:00Z"),
    });
  const rows = () => database.$client.prepare("select day, outcome, visits from unmet_visits order by day").all();
  return { database, ...survey, viewer, close, rows, path: `/k/${survey.points[0]?.code}` };
}

it("a scan that meets no form is counted by point and day, one that meets a form is not", async () => {
  const { database, path, close, rows } = await closedPoint();
  const clock = { now: new Date("2026-06-01T03:00:00Z") };
  const site = await visitSite(database, { now: () => clock.now });
  await site.get(path);
  expect(rows()).toEqual([]);
  await close();
  await site.get(path);
  await site.get(`${path}?lang=en`);
  clock.now = new Date("2026-06-01T17:00:00Z");
  await site.get(path);
  await site.post(path, { P1: "1" });
  expect(rows()).toEqual([
    { day: "2026-06-01", outcome: "closed", visits: 2 },
    { day: "2026-06-02", outcome: "closed", visits: 1 },
  ]);
});

it("crawlers, pages fetched ahead and requests for headers are no visits", async () => {
  const { database, path, close, rows } = await closedPoint();
  await close();
  const { url } = await serveSite(database);
  await fetch(url + path, { method: "HEAD" });
  await fetch(url + path, { headers: { "Sec-Purpose": "prefetch;prerender" } });
  await fetch(url + path, { headers: { Purpose: "prefetch" } });
  await fetch(url + path, {
    headers: { "User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" },
  });
  expect(rows()).toEqual([]);
  await fetch(url + path, {
    headers: { "User-Agent": "Mozilla/5.0 (Linux; Android 10) Chrome/120 Mobile Safari/537.36" },
  });
  expect(rows()).toEqual([{ day: "2026-06-01", outcome: "closed", visits: 1 }]);
});

it("officers see them on the survey's table, for the points they may see", async () => {
  const { database, surveyId, points, path, close, viewer } = await closedPoint();
  const officer = await signedIn(database);
  expect(await (await officer.get(`/surveys/${surveyId}/points`)).text()).not.toContain("Lượt quét không gặp phiếu");
  await close();
  for (let scan = 0; scan < 37; scan++) await officer.get(path);
  expect(await (await officer.get(`/surveys/${surveyId}/points`)).text()).toMatch(
    /Lượt quét không gặp phiếu[\s\S]*>37</,
  );
  expect(await countUnmetVisits(database, viewer, surveyId, "2026-06-01")).toEqual(new Map([[points[0]?.id, 37]]));
  expect(await countUnmetVisits(database, viewer, surveyId, "2026-06-02")).toEqual(new Map());
  const outside = await addViewer(database, "bv-nhi");
  expect(await countUnmetVisits(database, outside, surveyId, "2026-06-01")).toEqual(new Map());
});
