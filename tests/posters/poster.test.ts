import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { type Poster, writePosters } from "~/collection-points/poster.server";
import { fitLines } from "~/collection-points/poster-lines";
import { qrPng, qrSvg, qrSymbol } from "~/collection-points/qr.server";
import { expectEveryCode } from "../support/posters";
import { decodePicture, decodeQr, pdfPages, pdfPictures, rows, shrink } from "../support/programs";

const ADDRESS = "https://hailong.thanhhoa.gov.vn/k/K7M4QBTN";
const poster: Poster = {
  province: "Tỉnh Thanh Hóa",
  unitName: "Bệnh viện Đa khoa tỉnh Thanh Hóa",
  pointLabel: "Quầy tiếp đón số 3, tầng 1 nhà A",
  code: "K7M4QBTN",
  address: ADDRESS,
  simulated: false,
};
const A4 = { layout: "a4", day: "2026-12-05" } as const;
const LONG = "Trung tâm Phục vụ hành chính công và Bộ phận tiếp nhận, trả kết quả giải quyết thủ tục hành chính xã "
  .repeat(2)
  .slice(0, 200);

describe("QR code", () => {
  it("is read back from the PNG, which has at least 1000 pixels a side", async () => {
    const png = await qrPng(ADDRESS);
    expect(PNG.sync.read(png).width).toBeGreaterThanOrEqual(1000);
    expect(decodeQr(png)).toBe(ADDRESS);
  });

  it("is one path in the SVG, with a name, four quiet modules and no style", () => {
    const svg = qrSvg(ADDRESS, 'Mã QR của "Quầy 1" & <Quầy 2>');
    const side = qrSymbol(ADDRESS).size + 8;
    expect(svg).toContain(`viewBox="0 0 ${side} ${side}"`);
    expect(svg).toContain("<title>Mã QR của &quot;Quầy 1&quot; &amp; &lt;Quầy 2&gt;</title>");
    expect(svg).not.toMatch(/style|script/);
    const columns = [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].flatMap(([, x, , length]) => [
      Number(x),
      Number(x) + Number(length),
    ]);
    expect([Math.min(...columns), Math.max(...columns)]).toEqual([4, side - 4]);
  });

  it("draws the same modules as the package itself", () => {
    const { size, runs } = qrSymbol(ADDRESS);
    const image = new PNG({ width: (size + 8) * 4, height: (size + 8) * 4 });
    image.data.fill(255);
    for (const { row, column, length } of runs) {
      for (let y = (row + 4) * 4; y < (row + 5) * 4; y += 1) {
        const start = (y * image.width + (column + 4) * 4) * 4;
        for (let pixel = 0; pixel < length * 4; pixel += 1)
          image.data.fill(0, start + pixel * 4, start + pixel * 4 + 3);
      }
    }
    expect(decodeQr(PNG.sync.write(image))).toBe(ADDRESS);
  });
});

describe("lines of a poster", () => {
  const measure = (text: string) => text.length;
  const box = { width: 100, height: 30, largest: 10, smallest: 5, leading: 1 };

  it("are about equally long, with no word left alone", () => {
    const { lines } = fitLines("Sở Y tế tỉnh Thanh Hóa", { ...box, width: 190 }, measure);
    expect(lines).toEqual(["Sở Y tế tỉnh", "Thanh Hóa"]);
  });

  it("shrink before a word is broken, and break an address after a dot, a slash or a hyphen", () => {
    expect(fitLines("a".repeat(15), box, measure)).toEqual({ size: 6.5, lines: ["a".repeat(15)] });
    expect(fitLines(`khao-sat.${"a".repeat(15)}`, box, measure)).toEqual({
      size: 5,
      lines: ["khao-sat.", "a".repeat(15)],
    });
  });

  it("are cut with a sign of it where even the smallest do not fit", () => {
    const { lines } = fitLines("mười chữ một dòng ".repeat(20), box, measure);
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toMatch(/…$/);
  });
});

describe("poster", () => {
  it("is the same, byte for byte, for the same points", async () => {
    const twice = [await writePosters([poster], A4), await writePosters([poster], A4)];
    expect(twice[0]?.equals(twice[1] ?? Buffer.alloc(0))).toBe(true);
  });

  it("embeds its font", async () => {
    const pdf = (await writePosters([poster], A4)).toString("latin1");
    expect(pdf).toMatch(/\/FontFile2/);
    expect(pdf).toMatch(/\/BaseFont \/[A-Z]+\+BeVietnamPro/);
  });
});

describe("printed poster", () => {
  const cases: [string, Partial<Poster>][] = [
    ["plain", {}],
    ["simulated", { simulated: true }],
    ["names of 200 characters", { unitName: LONG, pointLabel: LONG, simulated: true }],
    ["a name without a space", { unitName: "Đ".repeat(200), pointLabel: "" }],
    ["emoji", { unitName: "Trạm y tế 🏥 xã Hạc Thành", pointLabel: "👍🏽" }],
    ["a long address", { address: `https://khao-sat-hai-long-cua-nguoi-dan.thanhhoa.gov.vn/duong-dan/k/K7M4QBTN` }],
  ];

  it.each(["a4", "a5", "table-tent"] as const)(
    "%s: a page for each point, read at 150 dpi and at 40 %% of it",
    async (layout) => {
      const posters = cases.map(([, changed]) => ({ ...poster, ...changed }));
      const pictures = await pdfPictures(await writePosters(posters, { ...A4, layout }), 150, 1, posters.length);
      expect(pictures).toHaveLength(posters.length);
      for (const [index, picture] of pictures.entries()) {
        expect(picture.height / picture.width).toBeCloseTo(Math.SQRT2, 2);
        const half = Math.floor(picture.height / 2);
        const faces =
          layout === "table-tent" ? [rows(picture, 0, half), rows(picture, half, picture.height)] : [picture];
        for (const face of faces) {
          expect(decodePicture(face), cases[index]?.[0]).toBe(posters[index]?.address);
          expect(decodePicture(shrink(face, 0.4)), cases[index]?.[0]).toBe(posters[index]?.address);
        }
      }
    },
  );

  it("every code of twenty is its own", async () => {
    await expectEveryCode(20);
  });

  it("says who asks, where, how, and what to type", async () => {
    const [page = ""] = await pdfPages(await writePosters([poster], A4));
    const text = page.replace(/\s+/g, " ");
    for (const words of [
      "Hài Lòng – Tỉnh Thanh Hóa",
      poster.unitName,
      poster.pointLabel,
      "hailong.thanhhoa.gov.vn/k/K7M4QBTN",
      "K7M4-QBTN",
      "Tự nguyện, ẩn danh",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain("MÔ PHỎNG");
  });

  it.each(["a4", "a5", "table-tent"] as const)("%s: sets names of 200 characters in whole", async (layout) => {
    const long = { ...poster, unitName: LONG, pointLabel: LONG.toUpperCase().slice(0, 150), simulated: true };
    const [page = ""] = await pdfPages(await writePosters([long], { ...A4, layout }));
    const text = page.replace(/\s+/g, "");
    for (const name of [long.unitName, long.pointLabel]) expect(text).toContain(name.replace(/\s+/g, ""));
  });

  it("tells where to type the code", async () => {
    const [page = ""] = await pdfPages(await writePosters([poster], A4));
    expect(page).toMatch(/Vào trang\s+rồi nhập mã\s+hailong\.thanhhoa\.gov\.vn\s[\s\S]*K7M4-QBTN/);
  });

  it("marks a trial", async () => {
    const [page = ""] = await pdfPages(await writePosters([{ ...poster, simulated: true }], A4));
    expect(page).toContain("SỐ LIỆU MÔ PHỎNG – bản dùng thử");
  });
});
