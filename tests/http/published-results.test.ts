import { type IncomingHttpHeaders, request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { resultSchema } from "~/reports/result-schema";
import { unpackDocument } from "~/snapshots/pack-document.server";
import type { Database } from "~db/open-database.server";
import { findPublication, withdrawPublication } from "~db/repositories/publications";
import { referenceDatabase } from "../support/databases";
import { addFinalised, addPublished } from "../support/published";
import { serveSite } from "../support/served-site";
import { provinceViewer } from "../support/surveys";

const UNITS = [
  { key: "bv-dk-tinh", levels: { 4: 50, 2: 20 } },
  { key: "bv-nhi", levels: { 5: 60, 3: 12 } },
  { key: "bv-mat", levels: { 4: 31, 2: 9 } },
  { key: "bv-phu-san", levels: { 4: 12, 1: 3 } },
];

let database: Database;
let surveyId: number;
let url: string;

beforeEach(async () => {
  database = referenceDatabase();
  ({ surveyId } = await addPublished(database, { units: UNITS, title: "Khảo sát ngoại trú 2026" }));
  ({ url } = await serveSite(database, { environment: { PUBLIC_URL: "https://hailong.example.vn" } }));
});

const page = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(url + path, { redirect: "manual", ...init });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
/** A request as given: `fetch` decodes what it gets. */
function rawRequest(path: string, headers: Record<string, string>) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; bytes: Buffer }>((resolve, reject) => {
    const sent = request(url + path, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) });
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}

const results = (rest = "") => `/results/${surveyId}${rest}`;
const visible = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

function publishedResults() {
  const { document, hash } = database.$client.prepare("select document, hash from snapshots").get() as {
    document: Buffer;
    hash: string;
  };
  return unpackDocument(document, hash).results;
}

describe("public pages of results", () => {
  const pages = ["", "/method", "/bv-dk-tinh", "/bv-phu-san", "?lang=en", "/bv-nhi?lang=en", "?q=nhi", "?page=1"];

  it.each(["/results", ...pages.map((rest) => `SURVEY${rest}`)])(
    "%s is plain HTML that anybody may keep and must ask about",
    async (of) => {
      const { status, headers, text } = await page(of.replace("SURVEY", results()));
      expect(status).toBe(200);
      expect(headers.get("Cache-Control")).toBe("public, no-cache");
      expect(headers.get("Set-Cookie")).toBeNull();
      expect(text).not.toMatch(/<script|style="|<style/);
      expect(text).toContain(of.includes("lang=en") ? '<html lang="en"' : '<html lang="vi"');
      for (const needed of ['name="description"', 'property="og:title"', 'property="og:url"', 'rel="canonical"']) {
        expect(text).toContain(needed);
      }
      expect(text).toMatch(/href="https:\/\/hailong\.example\.vn\/results/);
    },
  );

  it("of real answers are offered to search engines under one address each, what they show named in title and description", async () => {
    const of: [string, string, RegExp][] = [
      ["/results", "Kết quả khảo sát sự hài lòng", /Ý kiến của người dân/],
      [results(), "Khảo sát ngoại trú 2026", /Khảo sát ngoại trú 2026: Tỷ lệ hài lòng chung \d+,\d\d%/],
      [results("/bv-nhi"), "Bệnh viện Nhi Thanh Hóa – Khảo sát ngoại trú 2026", /Tỷ lệ hài lòng chung 83,33%/],
      [results("/method"), "Kết quả này được tính thế nào – Khảo sát ngoại trú 2026", /ngoại trú 2026/],
    ];
    for (const [path, title, description] of of) {
      const { headers, text } = await page(path);
      expect([path, text.includes('name="robots"'), headers.get("X-Robots-Tag")]).toEqual([path, false, null]);
      expect(text).toContain(`<title>${title} – Hài Lòng</title>`);
      expect(/name="description" content="([^"]+)"/.exec(text)?.[1]).toMatch(description);
      expect(text).toContain(`rel="canonical" href="https://hailong.example.vn${path}"`);
      expect(text).toContain(`hrefLang="en" href="https://hailong.example.vn${path}?lang=en"`);
    }
    // A search shows a part of a page that has its own address, under which it is known.
    const searched = (await page(results("?q=nhi"))).text;
    expect(searched).toContain('content="noindex"');
    expect(searched).toContain(`rel="canonical" href="https://hailong.example.vn${results()}"`);
  });

  it("list what is published by year and sector", async () => {
    await addFinalised(database, { units: UNITS, title: "Chưa công bố" });
    const { text } = await page("/results");
    expect(visible(text)).toMatch(/Năm 2026 Y tế Khảo sát ngoại trú 2026/);
    expect(text).not.toContain("Chưa công bố");
    expect(text).toContain("Tỉnh Thanh Hóa");
  });

  it("say the figures of the snapshot, with interval and persons", async () => {
    const { text } = await page(results("/bv-dk-tinh"));
    expect(visible(text)).toMatch(/71,43%\*? Tỷ lệ hài lòng chung Khoảng .* 95%: [\d,]+–[\d,]+% 70 người trả lời/);
    expect(visible(text)).toMatch(/Điểm trung bình \(thang 1–5\)/);
    expect(visible(text)).toMatch(/71,43%\*? hài lòng · 70 người trả lời 71 hài lòng[^·]* · 29 không hài lòng/);
    expect(text).toContain("Kết quả chính thức");
  });

  it("mask where the snapshot does, whatever is asked", async () => {
    const masked = publishedResults().units.filter(({ key }) => key === "bv-phu-san");
    expect(masked).toHaveLength(1);
    const unit = visible((await page(results("/bv-phu-san"))).text);
    expect(unit).toContain("Không công bố");
    expect(unit).not.toMatch(/\d+ người trả lời Điểm|80,00%/);
    for (const asked of ["", "?q=phu+san", "?q=ph%E1%BB%A5%20s%E1%BA%A3n"]) {
      const list = visible((await page(results(asked))).text);
      expect(list).toMatch(/Phụ sản [^%]*Không công bố/i);
    }
  });

  it("explain every mark that stands at a figure, on each of them", async () => {
    // Seventy persons, an interval wider than ten points either side: to be used with caution.
    for (const path of [results(), results("?q=tinh"), results("/bv-dk-tinh")]) {
      const text = visible((await page(path)).text);
      expect([path, text.includes("%*"), text.includes("(*) Cần thận trọng")]).toEqual([path, true, true]);
    }
    const sure = visible((await page(results("?q=nhi"))).text).split("Theo đơn vị")[1] ?? "";
    expect(sure).not.toMatch(/%\*|Cần thận trọng/);
  });

  it("have an image to be shared with, kept like a page and gone with the results", async () => {
    const addresses = [
      results("/share.png"),
      results("/bv-dk-tinh/share.png"),
      results("/bv-phu-san/share.png?lang=en"),
    ];
    for (const address of addresses) {
      const image = await rawRequest(address, { "Accept-Encoding": "br, gzip" });
      expect(image.headers).toMatchObject({ "content-type": "image/png", "cache-control": "public, no-cache" });
      expect(image.headers["content-encoding"]).toBeUndefined();
      expect(image.bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
      expect([image.bytes.readUInt32BE(16), image.bytes.readUInt32BE(20)]).toEqual([1200, 630]);
      expect((await rawRequest(address, { "If-None-Match": `${image.headers.etag}` })).status).toBe(304);
    }
    const { text } = await page(results("/bv-dk-tinh?lang=en"));
    const named = /property="og:image" content="https:\/\/hailong\.example\.vn([^"]+)"/.exec(text)?.[1] ?? "";
    expect((await page(named)).headers.get("Content-Type")).toBe("image/png");
    expect((await page(results("/khong-co-don-vi/share.png"))).status).toBe(404);
    const publication = await findPublication(database, surveyId);
    const withdrawal = { publicationId: publication?.id ?? 0, note: "Sai", at: new Date("2026-06-02T03:00:00Z") };
    await withdrawPublication(database, await provinceViewer(database), withdrawal);
    for (const address of addresses) expect((await page(address)).status).toBe(404);
    expect((await page(results("/bv-dk-tinh"))).text).not.toContain("og:image");
  });

  it("agree with the snapshot unit by unit, and so do the files", async () => {
    const { measures, units } = publishedResults();
    const json = JSON.parse((await page(results("/data.json"))).text);
    expect(resultSchema.safeParse(json).error).toBeUndefined();
    expect(json.warnings.join(" ")).toMatch(
      /bản chốt số liệu số 1.*ghi rõ nguồn.*https:\/\/hailong\.example\.vn\/results/,
    );
    const withoutUnit = ({ unit: _, ...row }: { unit: string }) => row;
    expect(json.measures.map(withoutUnit)).toEqual(measures.map(withoutUnit));
    const csv = (await page(results("/data.csv"))).text.split("\r\n");
    expect(csv).toHaveLength(measures.length + 2);
    for (const { key } of units) {
      const overall = measures.find((row) => row.unit === key && row.level === "overall");
      const { text } = await page(results(`/${key}`));
      if (overall?.suppressed) expect(visible(text)).toContain("Không công bố");
      else expect(visible(text)).toContain(`${overall?.n_persons} người trả lời`);
    }
    const codebook = (await page(results("/codebook.csv"))).text;
    expect(codebook).toMatch(/công bố,licence,,.*ghi rõ nguồn/);
  });

  it("find units by parts of their names without diacritics, and by page", async () => {
    const found = visible((await page(results("?q=benh+vien+NHI"))).text);
    expect(found).toContain("1 đơn vị");
    expect(visible((await page(results("?q=khong-co-dau"))).text)).toContain("Không có đơn vị nào khớp");
    for (const wrong of ["?page=2", "?page=0", "?page=x", "?place=Sao+H%E1%BB%8Fa"]) {
      expect([wrong, (await page(results(wrong))).status]).toEqual([wrong, 404]);
    }
  });

  it("are not there for what was never published", async () => {
    const { surveyId: other } = await addFinalised(database, { units: UNITS });
    for (const path of [`/results/${other}`, `/results/${other}/data.json`, "/results/999999", "/results/abc"]) {
      expect([path, (await page(path)).status]).toEqual([path, 404]);
    }
    expect((await page(results("/khong-co-don-vi"))).status).toBe(404);
    expect((await page(results("/data.ods"))).status).toBe(404);
  });

  it("say on every page of a survey of simulated answers that it is", async () => {
    const { surveyId: simulated } = await addPublished(database, { units: UNITS, simulated: true });
    for (const path of ["/results", ...["", "/method", "/bv-nhi"].map((rest) => `/results/${simulated}${rest}`)]) {
      expect([path, (await page(path)).text.includes("SỐ LIỆU MÔ PHỎNG")]).toEqual([path, true]);
    }
    for (const path of ["/results", ...["", "/method", "/bv-nhi"].map((rest) => `/results/${simulated}${rest}`)]) {
      expect([path, (await page(path)).text.includes('content="noindex"')]).toEqual([path, true]);
    }
    const json = JSON.parse((await page(`/results/${simulated}/data.json`)).text);
    expect(json.warnings[0]).toContain("SỐ LIỆU MÔ PHỎNG");
    expect((await page(results())).text).not.toContain("SỐ LIỆU MÔ PHỎNG");
  });
});

describe("keeping pages", () => {
  it.each(["br", "gzip", "identity"])(
    "gives %s under a strong tag of its own, and 304 to whoever holds it",
    async (coding) => {
      const ask = (headers: Record<string, string>) => rawRequest(results(), { "Accept-Encoding": coding, ...headers });
      const first = await ask({});
      const etag = String(first.headers.etag);
      expect(etag).toMatch(/^"[\w-]+"$/);
      expect(first.headers.vary).toBe("Accept-Encoding");
      const text =
        coding === "br" ? brotliDecompressSync(first.bytes) : coding === "gzip" ? gunzipSync(first.bytes) : first.bytes;
      expect(text.toString()).toContain("Khảo sát ngoại trú 2026");
      const held = await ask({ "If-None-Match": `"other", ${etag}` });
      expect([held.status, held.bytes.length, held.headers.etag]).toEqual([304, 0, etag]);
      expect((await ask({ "If-None-Match": '"other"' })).status).toBe(200);
    },
  );

  it("weighs under 25 KB with its styles", async () => {
    for (const path of [results(), results("/bv-dk-tinh"), results("/method")]) {
      const answer = await rawRequest(path, { "Accept-Encoding": "br" });
      const html = brotliDecompressSync(answer.bytes).toString();
      let total = answer.bytes.length;
      for (const [, href = ""] of html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) {
        total += (await rawRequest(href, { "Accept-Encoding": "br" })).bytes.length;
      }
      expect([path, total < 25_000]).toEqual([path, true]);
    }
  });

  it("ends with a withdrawal: 410 with the day and the note, no figure, no file", async () => {
    const before = await page(results("/bv-dk-tinh"));
    expect(before.text).toContain("71,43%");
    const publication = await findPublication(database, surveyId);
    const { viewer } = await addFinalised(database, { units: UNITS.slice(0, 1) });
    const held = `${(await rawRequest(results("/bv-dk-tinh"), {})).headers.etag}`;
    expect((await rawRequest(results("/bv-dk-tinh"), { "If-None-Match": held })).status).toBe(304);
    const at = new Date("2026-06-02T03:00:00Z");
    const withdrawal = { publicationId: publication?.id ?? 0, note: "Nhầm danh sách đơn vị", at };
    expect(await withdrawPublication(database, viewer, withdrawal)).toBe("done");
    expect((await rawRequest(results("/bv-dk-tinh"), { "If-None-Match": held })).status).toBe(410);
    for (const rest of ["", "/bv-dk-tinh", "/method", "/data.xlsx", "/data.csv", "/data.json", "/codebook.csv"]) {
      const { status, text } = await page(results(rest));
      expect([rest, status]).toEqual([rest, 410]);
      expect(text).toContain("Nhầm danh sách đơn vị");
      expect(text).toContain("02/06/2026");
      expect(text).not.toContain("71,43");
    }
    expect((await page("/results")).text).not.toContain("Khảo sát ngoại trú 2026");
  });
});
