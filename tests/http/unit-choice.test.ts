import { describe, expect, it } from "vitest";
import type { Database } from "~db/open-database.server";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";
import { unitId } from "../support/surveys";

const CENTRE = { role: "designer", unit: "th-ttpvhcc", sector: "administration" } as const;

function versionId(database: Database, code: string): string {
  const row = database.$client.prepare("select id from questionnaire_versions where code = ?").get(code);
  return String((row as { id: number }).id);
}

async function setUp() {
  const database = referenceDatabase();
  const site = await signedIn(database, CENTRE);
  const version = versionId(database, "one-stop-counter");
  const typed = {
    versionId: version,
    title: "Khảo sát theo danh sách",
    opensOn: "2026-07-01",
    closesOn: "2026-12-31",
    basis: "voluntary",
  };
  const send = async (fields: Record<string, string | string[]>) => {
    const pairs = Object.entries({ ...typed, ...fields }).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    );
    const response = await site.post(`/surveys/new?version=${version}`, pairs);
    return { response, html: (await response.text()).replaceAll("<!-- -->", "") };
  };
  return { database, site, send };
}

/** Ids of the units that a page has ticked. */
const ticked = (html: string) =>
  [...html.matchAll(/<input[^>]*name="unitIds"[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes("checked"))
    .map((tag) => Number(/value="(\d+)"/.exec(tag)?.[1]));

const codeToday = (database: Database, code: string) =>
  database.$client
    .prepare("select unit_id from unit_versions where code = ? and valid_to is null")
    .pluck()
    .get(code) as number;

describe("units of a survey from a list", () => {
  it("are ticked with their count beside what was ticked before, all else that was typed is kept, nothing is saved", async () => {
    const { database, send } = await setUp();
    const [hamRong, hacThanh] = [codeToday(database, "14758"), codeToday(database, "14797")];
    const { response, html } = await send({
      ...{ intent: "look-up", unitIds: String(hamRong), list: "14797\nPhường Hàm Rồng\n14797, Phường Hạc Thành" },
    });
    expect(response.status).toBe(200);
    expect(html).toContain("Đã đánh dấu 2 đơn vị theo danh sách. 1 đơn vị đã đánh dấu từ trước. 1 dòng lặp lại.");
    expect(ticked(html).sort()).toEqual([hamRong, hacThanh].sort());
    expect(html).toContain(">Khảo sát theo danh sách</textarea>");
    const [basis = ""] = html.match(/<input[^>]*value="voluntary"[^>]*>/) ?? [];
    expect(basis).toContain("checked");
    expect(database.$client.prepare("select count(*) from surveys").pluck().get()).toBe(0);
  });

  it("are refused as a whole when a code is one of before, which is told with the units of today", async () => {
    const { database, send } = await setUp();
    const list = "14758\n14797,Phường Đông Hải\n14764\nXã Không Có";
    const { response, html } = await send({ intent: "look-up", list });
    expect(response.status).toBe(422);
    expect(html).toContain("3 dòng chưa rõ, chưa chọn đơn vị nào từ danh sách");
    expect(html).toMatch(/Dòng 2: “14797, Phường Đông Hải”: mã và tên không phải của cùng một đơn vị\./);
    expect(html).toMatch(/14797 là mã cũ của Phường Đông Hải, nay thuộc [^.]*Phường Hạc Thành/);
    expect(html).toMatch(/Dòng 3: “14764”: không đơn vị nào hiện nay/);
    expect(html).toMatch(/14764 là mã cũ của [^<]*, nay thuộc Phường Hạc Thành/);
    expect(html).toContain("Dòng 4: “Xã Không Có”");
    expect(ticked(html)).toEqual([]);
    expect(html).toContain("14797,Phường Đông Hải\n14764");
    // The officer says what each line means: then it is taken.
    const meant = `2:${codeToday(database, "14797")}:14797, Phường Đông Hải`;
    const again = await send({ intent: "look-up", list, answers: [meant, "3:skip:14764", "4:skip:Xã Không Có"] });
    expect([again.response.status, ticked(again.html).length]).toEqual([200, 2]);
    expect(again.html).toContain("2 dòng đã bỏ.");
  });

  it("come from the form's units alone", async () => {
    const { send } = await setUp();
    const { html } = await send({ intent: "look-up", list: "bv-dk-tinh" });
    expect(html).toContain("Dòng 1: “bv-dk-tinh”: là đơn vị không chọn được ở đợt này.");
  });

  it("are never passed over by saving", async () => {
    const { database, send } = await setUp();
    const { response, html } = await send({ list: "14797", kinds: "commune" });
    expect(response.status).toBe(422);
    expect(html).toContain("Danh sách đơn vị chưa được tra");
    expect(database.$client.prepare("select count(*) from surveys").pluck().get()).toBe(0);
  });

  it("come from a file too, whose unclear lines can then be corrected in the page", async () => {
    const { database, site } = await setUp();
    const version = versionId(database, "one-stop-counter");
    const upload = async (content: string) => {
      const form = new FormData();
      form.set("intent", "look-up");
      form.set("versionId", version);
      form.set("listFile", new File([content], "don-vi.csv"));
      return (await site.send(`/surveys/new?version=${version}`, { method: "POST", body: form })).text();
    };
    const heading = "\uFEFFMã đơn vị;Tên đơn vị\n";
    expect(ticked(await upload(`${heading}14797;Phường Hạc Thành\n14758;Phường Hàm Rồng`))).toHaveLength(2);
    const unclear = await upload(`${heading}14797;Phường Hạc Thành\n\n99999;Xã Không Có`);
    expect(unclear.replaceAll("<!-- -->", "")).toContain("Dòng 4: “99999, Xã Không Có”");
    expect(unclear).toContain("14797\tPhường Hạc Thành\n\n99999\tXã Không Có</textarea>");
  });
});

describe("units of a place", () => {
  it("are ticked at once, with those ticked before", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database);
    const version = versionId(database, "outpatient-qd56");
    const group = String(await unitId(database, "th-syt"));
    const page = (await (await site.get(`/surveys/new?version=${version}`)).text()).replaceAll("<!-- -->", "");
    const [, offered] = /<option value="\d+">Sở Y tế \((\d+)\)/.exec(page) ?? [];
    expect(Number(offered)).toBeGreaterThan(1);
    const answer = await site.post(`/surveys/new?version=${version}`, {
      versionId: version,
      intent: "take-group",
      group,
    });
    const html = (await answer.text()).replaceAll("<!-- -->", "");
    expect(html).toContain(`Đã đánh dấu ${offered} đơn vị thuộc Sở Y tế.`);
    expect(ticked(html)).toHaveLength(Number(offered));
    const none = await site.post(`/surveys/new?version=${version}`, { versionId: version, intent: "take-group" });
    expect(none.status).toBe(422);
  });
});
