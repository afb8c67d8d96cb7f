import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { drawChart } from "~/reports/draw-chart.server";
import type { ChartDrawing } from "~/reports/report-document";

const ranges: ChartDrawing = {
  kind: "ranges",
  style: "bars",
  target: { value: 0.9, text: "Mục tiêu 90%" },
  rows: [
    { label: "A. Khả năng tiếp cận", value: 0.83, interval: [0.81, 0.85], text: "83,00%", strong: false },
    {
      label: "B. Minh bạch thông tin, thủ tục khám bệnh, điều trị",
      value: 0.91,
      interval: [0.89, 0.93],
      text: "91,00%",
      strong: false,
    },
    { label: "Tỷ lệ hài lòng chung", value: 0.87, interval: null, text: "87,00%", strong: true },
  ],
};
const shares: ChartDrawing = {
  kind: "shares",
  levels: ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"],
  rows: [1, 2].map((n) => ({
    label: `A${n}. Câu hỏi thứ ${n}`,
    shares: [0.02, 0.05, 0.13, 0.5, 0.3],
    texts: ["2%", "5%", "13%", "50%", "30%"],
  })),
};

/** Width and height in a PNG's header. */
function sizeOf(png: Buffer): [number, number] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** The kind of PNG whose pixels are places in a palette. */
const PALETTE = 3;

const FIRST = { label: "A", value: 0.83, interval: [0.81, 0.85] as const, text: "83,00%", strong: false };

describe("a chart for print", () => {
  it.each([ranges, shares])("of $kind gives the same bytes each time, at 300 dots per inch", async (drawing) => {
    const [first, again] = [await drawChart(drawing), await drawChart(drawing)];
    expect(first.png.equals(again.png)).toBe(true);
    const [width, height] = sizeOf(first.png);
    expect(width).toBe(Math.floor((first.width * 300) / 96));
    expect(Math.abs(height - (first.height * 300) / 96)).toBeLessThan(1);
  });

  it.each([ranges, shares])("of $kind stands on white, in a palette that holds its colours", async (drawing) => {
    const { png } = await drawChart(drawing);
    expect(png[25]).toBe(PALETTE);
    const image = await loadImage(png);
    const context = createCanvas(image.width, image.height).getContext("2d");
    context.drawImage(image, 0, 0);
    const colourAt = (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data];
    expect(colourAt(image.width - 2, 1)).toEqual([255, 255, 255, 255]);
    const colours = new Set<string>();
    for (let y = 0; y < image.height; y += 7) colours.add(colourAt(Math.round(image.width * 0.55), y).join());
    expect(colours.size).toBeGreaterThan(1);
  });

  it("gives others for other figures", async () => {
    const other = { ...ranges, rows: ranges.rows.map((row) => ({ ...row, value: row.value - 0.01 })) };
    expect((await drawChart(ranges)).png.equals((await drawChart(other)).png)).toBe(false);
  });

  it("takes no letters from the machine's own fonts", async () => {
    const named = (label: string) => drawChart({ ...ranges, rows: [{ ...FIRST, label }] });
    expect((await named("Phòng khám 🏥 A")).png.equals((await named("Phòng khám A")).png)).toBe(true);
    expect((await named(`${"dài ".repeat(60)}\u0007`)).png.length).toBeGreaterThan(1000);
  });

  it("is as high as its labels need, and no higher than a page", async () => {
    const named = (label: string, rows = 3) =>
      drawChart({ ...ranges, rows: Array.from({ length: rows }, () => ({ ...FIRST, label })) });
    const long = "Kết quả giải quyết thủ tục hành chính bảo đảm ".repeat(4);
    expect((await named(long)).height).toBeGreaterThan((await named("Ngắn")).height);
    // What is cut draws as what was cut away: a label in full does not.
    expect((await named(`${long}A`)).png.equals((await named(`${long}B`)).png)).toBe(false);
    expect((await named(long, 30)).height).toBeLessThan(900);
  });

  it("is grown by its rows", async () => {
    const rows = Array.from({ length: 30 }, (_, n) => ({ ...FIRST, label: `Đơn vị ${n}` }));
    expect((await drawChart({ ...ranges, style: "points", rows })).height).toBeLessThan(900);
  });
});
