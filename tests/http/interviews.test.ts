import { describe, expect, it } from "vitest";
import { assignToPoints } from "~/responses/interviewers.server";
import { visitSite } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { PASSWORD, signedIn } from "../support/signed-in";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const DAY = 86_400_000;

/** A device that two interviewers of one point share, the clock of its site in hand. */
async function sharedDevice() {
  const database = referenceDatabase();
  const { surveyId, points } = await addOpenSurvey(database, { closesOn: "2099-12-31" });
  const [point] = points;
  if (!point) throw new Error("a point is needed");
  const clock = { ahead: 0 };
  const now = () => new Date(Date.parse("2026-06-01T03:00:00Z") + clock.ahead);
  const device = await visitSite(database, { now });
  const address = `/k/${point.code}/interview`;
  const assign = async (unit: string, pointIds: number[]) => {
    const find = database.$client.prepare("select id from accounts where username = ?").pluck();
    const assignment = { surveyId, accountId: Number(find.get(`interviewer-${unit}`)), pointIds };
    return (await assignToPoints(database, await provinceViewer(database), assignment, now())) ?? "";
  };
  const interviewer = async (unit: string) => {
    await signedIn(database, { role: "interviewer", unit });
    return assign(unit, [point.id]);
  };
  const open = async (unit: string) => {
    await device.post("/sign-in", { username: `interviewer-${unit}`, password: PASSWORD });
    const place = { surveyId: String(surveyId), pointId: String(point.id) };
    expect((await device.post("/interview", place)).status).toBe(303);
    return formOf(await device.get(`${address}?survey=${surveyId}`));
  };
  const stored = () => database.$client.prepare("select interviewer from responses order by id").pluck().all();
  return { database, device, address, clock, assign, interviewer, open, stored, point };
}

async function formOf(page: Response): Promise<Record<string, string>> {
  expect(page.status).toBe(200);
  const hidden = (await page.text()).matchAll(/<input type="hidden" name="([^"]+)"[^>]*value="([^"]*)"/g);
  return { ...Object.fromEntries([...hidden].map(([, name, value]) => [name, value])), A1: "4" };
}

/** What a device does with a form that it kept: no cookie is asked of it. */
const withoutCookies = (fields: Record<string, string>): RequestInit => ({
  method: "POST",
  body: new URLSearchParams(fields),
});

describe("a form of an interviewer", () => {
  it("is stored under the pseudonym that opened it, whoever has opened one on the device since", async () => {
    const { device, address, interviewer, open, stored } = await sharedDevice();
    const first = await interviewer("bv-dk-tinh");
    const second = await interviewer("bv-nhi");
    const kept = await open("bv-dk-tinh");
    const other = await open("bv-nhi");
    expect((await device.post(`${address}?send=1`, kept)).status).toBe(303);
    expect((await device.post(`${address}?send=1`, other)).status).toBe(303);
    expect(stored()).toEqual([first, second]);
    const again = { ...kept, response_id: crypto.randomUUID() };
    expect((await device.stranger(`${address}?send=1`, withoutCookies(again))).status).toBe(303);
    expect(stored()).toEqual([first, second, first]);
  });

  it("comes back for mending under the pseudonym that opened it", async () => {
    const { device, address, interviewer, open } = await sharedDevice();
    const first = await interviewer("bv-dk-tinh");
    await interviewer("bv-nhi");
    const kept = await open("bv-dk-tinh");
    await open("bv-nhi");
    const refused = await device.post(`${address}?send=1`, { ...kept, A1: "99" });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain(first);
    expect(html).toContain(kept.interviewer);
  });

  it("is refused, and so stays on the device, without a pass or with one that was made up", async () => {
    const { device, address, interviewer, open, stored } = await sharedDevice();
    await interviewer("bv-dk-tinh");
    const second = await interviewer("bv-nhi");
    const { interviewer: pass = "", ...form } = await open("bv-dk-tinh");
    const forged = pass.replace(/^[^.]+/, second);
    expect((await device.post(`${address}?send=1`, form)).status).toBe(403);
    expect((await device.post(`${address}?send=1`, { ...form, interviewer: forged })).status).toBe(403);
    expect(stored()).toEqual([]);
  });

  it("waits while its interviewer is not assigned or locked out, and goes out once they are back", async () => {
    const { database, device, address, interviewer, assign, open, stored, point } = await sharedDevice();
    const pseudonym = await interviewer("bv-dk-tinh");
    const kept = await open("bv-dk-tinh");
    await assign("bv-dk-tinh", []);
    expect((await device.post(`${address}?send=1`, kept)).status).toBe(403);
    await assign("bv-dk-tinh", [point.id]);
    database.$client.prepare("update accounts set active = 0 where role = 'interviewer'").run();
    expect((await device.post(`${address}?send=1`, kept)).status).toBe(403);
    database.$client.prepare("update accounts set active = 1 where role = 'interviewer'").run();
    expect((await device.post(`${address}?send=1`, kept)).status).toBe(303);
    expect(stored()).toEqual([pseudonym]);
  });

  it("is taken for 31 days by itself, and after that from its own interviewer only", async () => {
    const { device, address, clock, interviewer, open, stored } = await sharedDevice();
    const first = await interviewer("bv-dk-tinh");
    await interviewer("bv-nhi");
    const kept = await open("bv-dk-tinh");
    clock.ahead = 32 * DAY;
    expect((await device.post(`${address}?send=1`, kept)).status).toBe(403);
    await open("bv-nhi");
    expect((await device.post(`${address}?send=1`, kept)).status).toBe(403);
    await open("bv-dk-tinh");
    expect((await device.post(`${address}?send=1`, kept)).status).toBe(303);
    expect(stored()).toEqual([first]);
  });
});
