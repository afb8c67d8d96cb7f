import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, it } from "vitest";
import { flatPng } from "~/reports/charts/flat-png";

/** What another reader sees in the picture. */
async function read(png: Buffer): Promise<{ size: number[]; pixels: number[] }> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  return {
    size: [image.width, image.height],
    pixels: [...context.getImageData(0, 0, image.width, image.height).data],
  };
}

it("holds up to 256 colours exactly", async () => {
  const all = Uint8Array.from(Array.from({ length: 256 }, (_, at) => [at, 255 - at, at ^ 77, 255]).flat());
  expect(await read(flatPng(all, 32, 8))).toEqual({ size: [32, 8], pixels: [...all] });
});

it("gives the rarest of more colours the nearest of the others", async () => {
  const shades = Array.from({ length: 300 }, (_, at) => [at % 256, at < 256 ? 10 : 11, 0, 255]);
  // The first 256 stand twice.
  const all = Uint8Array.from([...shades, ...shades.slice(0, 256)].flat());
  const { pixels } = await read(flatPng(all, all.length / 4, 1));
  const rare = pixels.slice(256 * 4, 257 * 4);
  expect(pixels.slice(0, 256 * 4)).toEqual([...all.slice(0, 256 * 4)]);
  expect(rare).toEqual([0, 10, 0, 255]);
});
