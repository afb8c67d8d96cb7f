import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitPage } from "~/http/spliced-page";
import { changeStatus } from "~db/repositories/surveys";
import { referenceDatabase } from "../support/databases";
import { serveSite } from "../support/served-site";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const RESPONSE_ID = /name="response_id"[^>]*value="([0-9a-f-]{36})"/;
const STARTED_AT = /name="started_at"[^>]*value="([^"]+)"/;

function fieldOf(html: string, pattern: RegExp): string {
  const [, value] = pattern.exec(html) ?? [];
  if (value === undefined) throw new Error("the page has no such field");
  return value;
}

/** The page without what belongs to one visit. */
function withoutVisit(html: string): string {
  return html.replace(fieldOf(html, RESPONSE_ID), "ID").replace(fieldOf(html, STARTED_AT), "INSTANT");
}

describe("a page taken apart", () => {
  const decompress = { br: brotliDecompressSync, gzip: gunzipSync, none: (bytes: Buffer) => bytes };
  const texts = fc.array(fc.string({ unit: "grapheme", maxLength: 2000 }), { minLength: 3, maxLength: 3 });
  const visits = fc.array(
    fc.tuple(fc.uuid(), fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })),
    {
      minLength: 2,
      maxLength: 5,
    },
  );

  test("comes together with other values in every coding", async () => {
    await fc.assert(
      fc.asyncProperty(texts, visits, async (given, several) => {
        const [a = "", b = "", c = ""] = given.map((text) => text.replace(/[{}\p{Surrogate}]/gu, ""));
        const first = [`{${"1".repeat(34)}}`, `{${"2".repeat(22)}}`];
        const page = splitPage(`${a}${first[0]}"/${b}${first[1]}"/${c}`, first);
        for (const [id, instant] of several) {
          const expected = `${a}${id}"/${b}${instant.toISOString()}"/${c}`;
          for (const wanted of ["br", "gzip", null] as const) {
            const body = await page?.body(wanted, [id, instant.toISOString()]);
            expect(body?.coding).toBe(wanted);
            expect(decompress[wanted ?? "none"](Buffer.concat(body?.chunks ?? [])).toString()).toBe(expected);
          }
        }
      }),
    );
  });

  test("takes no values of other lengths", async () => {
    const page = splitPage("a {1} b {2}", ["{1}", "{2}"]);
    await expect(page?.body(null, ["{1}", "longer"])).rejects.toThrow(RangeError);
  });

  test("comes plain where no brotli can be had", async () => {
    const page = splitPage("a {1} b {2}", ["{1}", "{2}"]);
    const body = await page?.body("br", ["123", "456"]);
    expect([Buffer.concat(body?.chunks ?? []).toString(), body?.coding]).toEqual(["a 123 b 456", null]);
  });

  test.each([
    ["is not there", "a {1} b", ["{1}", "{2}"]],
    ["is there twice", "a {1} {1} b {2}", ["{1}", "{2}"]],
    ["stands in another order", "a {2} b {1}", ["{1}", "{2}"]],
    ["is empty", "a {1} b", ["{1}", ""]],
  ])("is refused where a value %s", (_, html, values) => {
    expect(splitPage(html, values)).toBeNull();
  });
});

describe("form pages from memory", () => {
  test("are the page that was rendered, with an id and an instant of each visit", async () => {
    const database = referenceDatabase();
    const { points } = await addOpenSurvey(database);
    let now = new Date("2026-06-01T03:00:00Z");
    const { url } = await serveSite(database, { now: () => now });
    const address = `${url}/k/${points[0]?.code}`;
    const first = await (await fetch(address)).text();
    now = new Date("2026-06-01T03:05:00Z");
    const second = await (await fetch(address)).text();
    const plain = await (await fetch(address, { headers: { "Accept-Encoding": "identity" } })).text();
    const ids = [first, second, plain].map((html) => fieldOf(html, RESPONSE_ID));
    expect(new Set(ids).size).toBe(3);
    expect(fieldOf(second, STARTED_AT)).toBe("2026-06-01T03:05:00.000Z");
    expect(withoutVisit(second)).toBe(withoutVisit(first));
    expect(withoutVisit(plain)).toBe(withoutVisit(first));
    expect(first).toContain("</html>");
  });

  test("keep the languages and the points apart, and codes however they are typed together", async () => {
    const database = referenceDatabase();
    const { points } = await addOpenSurvey(database, { units: ["bv-dk-tinh", "bv-nhi"] });
    const { url } = await serveSite(database);
    const [one = "", other = ""] = points.map(({ code }) => code);
    const page = async (path: string) => withoutVisit(await (await fetch(url + path)).text());
    const vietnamese = await page(`/k/${one}`);
    expect(await page(`/k/${one}?lang=en`)).toContain('<html lang="en"');
    expect(await page(`/k/${other}`)).not.toBe(vietnamese);
    expect(await page(`/k/${one.toLowerCase().slice(0, 4)}-${one.slice(4)}`)).toBe(vietnamese);
    expect(await page(`/k/${one}?from=poster`)).toBe(vietnamese);
  });

  test("change at once with what they are made from", async () => {
    const database = referenceDatabase();
    const { surveyId, points } = await addOpenSurvey(database);
    let now = new Date("2026-06-01T03:00:00Z");
    const { url } = await serveSite(database, { now: () => now });
    const address = `${url}/k/${points[0]?.code}`;
    expect((await fetch(address)).status).toBe(200);
    database.$client.exec("update collection_points set label = 'Quầy số 9'");
    expect((await (await fetch(address)).text()).includes("Quầy số 9")).toBe(true);
    const viewer = await provinceViewer(database);
    await changeStatus(database, viewer, { surveyId, from: "open", to: "closed", at: now });
    expect((await fetch(address)).status).toBe(410);
    await changeStatus(database, viewer, { surveyId, from: "closed", to: "open", at: now });
    expect((await fetch(address)).status).toBe(200);
    now = new Date("2027-01-01T03:00:00Z");
    expect((await fetch(address)).status).toBe(410);
  });

  test("answer HEAD and unknown codes as before", async () => {
    const database = referenceDatabase();
    const { points } = await addOpenSurvey(database);
    const { url } = await serveSite(database);
    expect((await fetch(`${url}/k/${points[0]?.code}`, { method: "HEAD" })).status).toBe(200);
    expect((await fetch(`${url}/k/nonsense`)).status).toBe(404);
  });
});
