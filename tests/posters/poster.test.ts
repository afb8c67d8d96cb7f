import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { type Poster, writePosters } from "~/collection-points/poster.server";
import { qrPng, qrSvg, qrSymbol } from "~/collection-points/qr.server";
import { decodeQr, pdfImages, pdfPages } from "../support/programs";

const ADDRESS = "https://hailong.thanhhoa.gov.vn/k/K7M4QBTN";
const poster: Poster = {
  province: "Tỉnh Thanh Hóa",
  unitName: "Bệnh viện Đa khoa tỉnh Thanh Hóa",
  pointLabel: "Quầy tiếp đón số 3, tầng 1 nhà A",
  code: "K7M4QBTN",
  address: ADDRESS,
  simulated: false,
};
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

describe("poster", () => {
  it("is the same, byte for byte, for the same points", async () => {
    const twice = [await writePosters([poster], "2026-12-05"), await writePosters([poster], "2026-12-05")];
    expect(twice[0]?.equals(twice[1] ?? Buffer.alloc(0))).toBe(true);
  });

  it("embeds its font", async () => {
    const pdf = (await writePosters([poster], "2026-12-05")).toString("latin1");
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

  it("takes one page for each point and its QR code is read at 150 dpi", async () => {
    const posters = cases.map(([, changed]) => ({ ...poster, ...changed }));
    const pdf = await writePosters(posters, "2026-12-05");
    const images = await pdfImages(pdf, 150);
    expect(images).toHaveLength(posters.length);
    for (const [index, image] of images.entries()) {
      const { width, height } = PNG.sync.read(image);
      expect(height / width).toBeCloseTo(Math.SQRT2, 2);
      expect(decodeQr(image), cases[index]?.[0]).toBe(posters[index]?.address);
    }
  });

  it("says who asks, where, how, and what to type", async () => {
    const [page = ""] = await pdfPages(await writePosters([poster], "2026-12-05"));
    const text = page.replace(/\s+/g, " ");
    for (const words of [
      "Hài Lòng – Tỉnh Thanh Hóa",
      poster.unitName,
      poster.pointLabel,
      "hailong.thanhhoa.gov.vn/k/K7M4QBTN",
      "K7M4-QBTN",
      "tự nguyện, ẩn danh",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain("MÔ PHỎNG");
  });

  it("sets long names in whole", async () => {
    const [page = ""] = await pdfPages(
      await writePosters([{ ...poster, unitName: LONG, pointLabel: "" }], "2026-12-05"),
    );
    expect(page.replace(/\s+/g, " ")).toContain(LONG.trim());
  });

  it("marks a trial", async () => {
    const [page = ""] = await pdfPages(await writePosters([{ ...poster, simulated: true }], "2026-12-05"));
    expect(page).toContain("SỐ LIỆU MÔ PHỎNG – bản dùng thử");
  });
});
