import { expect, it } from "vitest";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey } from "../support/surveys";

it("sizes, draws and the plan are refused with the field named, and not for another's survey", async () => {
  const database = referenceDatabase();
  await addOpenSurvey(database, { owner: "th-syt" });
  const { surveyId, points } = await addOpenSurvey(database, { owner: "th" });
  const [point] = points;
  const site = await signedIn(database, { role: "designer", unit: "th", sector: "health" });
  const calculator = { formula: "slovin", margin: "5", proportion: "50", designEffect: "1", responseRate: "100" };
  const base = `/surveys/${surveyId}`;
  const population = `population-${point?.unitId}`;
  const reckoned = await site.post(`${base}/units`, { ...calculator, intent: "reckon", [population]: "1.000" });
  expect(reckoned.status).toBe(200);
  expect(await reckoned.text()).toMatch(/name="target-\d+"[^>]*value="286"/);
  const refused = await site.post(`${base}/units`, { ...calculator, intent: "save", [population]: "nhiều" });
  const html = await refused.text();
  expect(refused.status).toBe(422);
  expect(html).toContain(`href="#${population}"`);
  expect(html).toMatch(/value="nhiều"/);
  const seen = /name="seen" value="([^"]+)"/.exec(await (await site.get(`${base}/units`)).text())?.[1] ?? "";
  const saved = await site.post(`${base}/units`, { ...calculator, intent: "save", seen, [population]: "1000" });
  expect(saved.headers.get("Location")).toBe(`${base}/units?done=targets`);
  const plan = await site.post(`${base}/plan`, { "from-0": "2026-02-30", "to-0": "", "work-0": "Việc" });
  expect(plan.status).toBe(422);
  expect(await plan.text()).toContain("Tiến độ, dòng 1: ngày bắt đầu không hợp lệ");
  const draw = await site.post(`${base}/draws`, { frame: "hospital", method: "simple-random", size: "0", seed: "a" });
  expect(draw.status).toBe(422);
  expect(await draw.text()).toContain("Số cần rút là một số nguyên từ 1");
  const drawn = await site.post(`${base}/draws`, { frame: "hospital", method: "simple-random", size: "3", seed: "a" });
  expect(drawn.headers.get("Location")).toBe(`${base}/draws/1`);
  const minutes = await (await site.get(`${base}/draws/1`)).text();
  expect(minutes).toContain("BIÊN BẢN RÚT MẪU NGẪU NHIÊN");
  expect(await (await site.post(`${base}/draws/1`, { change: "check" })).text()).toContain("Khớp: cùng danh sách");
  const docx = await site.get(`${base}/files/plan.docx`);
  expect(docx.headers.get("Content-Type")).toContain("wordprocessingml");
  const stranger = await signedIn(database, { role: "designer", unit: "th-sgddt", sector: "education" });
  const officer = await signedIn(database, { role: "unit_officer", unit: "bv-dk-tinh" });
  for (const path of ["units", "units/sizes.csv", "draws", "draws/1", "plan", "files/plan.docx"]) {
    expect([path, (await stranger.get(`${base}/${path}`)).status]).toEqual([path, 404]);
    expect([path, (await officer.get(`${base}/${path}`)).status]).toEqual([path, 403]);
  }
});

it("one number is filled in where there is none or everywhere, and a blank one is refused with its field named", async () => {
  const database = referenceDatabase();
  const { surveyId, points } = await addOpenSurvey(database, { owner: "th", units: ["bv-dk-tinh", "bv-nhi"] });
  const site = await signedIn(database);
  const [first, second] = points.map(({ unitId }) => `population-${unitId}`);
  const calculator = { formula: "slovin", margin: "5", proportion: "50", designEffect: "1", responseRate: "100" };
  const send = async (fields: Record<string, string>) => {
    const answer = await site.post(`/surveys/${surveyId}/units`, {
      ...calculator,
      ...{ [first ?? ""]: "400", [second ?? ""]: "" },
      ...fields,
    });
    const html = await answer.text();
    const of = (name = "") => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1];
    return { status: answer.status, html, numbers: [of(first), of(second)] };
  };
  expect(await send({ intent: "fill-blank", common: "900" })).toMatchObject({ status: 200, numbers: ["400", "900"] });
  expect(await send({ intent: "fill-all", common: "900" })).toMatchObject({ status: 200, numbers: ["900", "900"] });
  const blank = await send({ intent: "fill-all", common: "" });
  expect(blank).toMatchObject({ status: 422, numbers: ["400", ""] });
  expect(blank.html).toContain('href="#common"');
  // Filling and reckoning keep nothing; saving nothing at all is refused.
  const stored = database.$client.prepare("select population, target from survey_units");
  expect(stored.all()).toEqual(Array(2).fill({ population: null, target: null }));
  const empty = await send({ intent: "save", [first ?? ""]: "" });
  expect(empty.status).toBe(422);
  expect(empty.html).toContain('href="#targets-heading"');
});
