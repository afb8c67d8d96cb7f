import { expect } from "vitest";
import { codeFrom } from "~/collection-points/code";
import { type Poster, writePosters } from "~/collection-points/poster.server";
import { decodePicture, pdfPictures, shrink } from "./programs";

const AT_ONCE = 20;

/** So many posters with codes of their own. */
export function somePosters(number: number): Poster[] {
  return Array.from({ length: number }, (_, index) => {
    const code = codeFrom(Array.from({ length: 7 }, (_, place) => Math.floor((index * 7919) / 19 ** place) % 19));
    return {
      province: "Tỉnh Thanh Hóa",
      unitName: `Trường Trung học cơ sở số ${index + 1}, xã Hạc Thành`,
      pointLabel: `Quầy ${index + 1}`,
      code,
      address: `https://hailong.thanhhoa.gov.vn/k/${code}`,
      simulated: false,
    };
  });
}

/** Every QR code of so many posters is read at 150 dpi and from the same pictures scaled to 40 %. */
export async function expectEveryCode(number: number): Promise<void> {
  const posters = somePosters(number);
  const pdf = await writePosters(posters, { layout: "a4", day: "2026-12-05" });
  for (let first = 0; first < number; first += AT_ONCE) {
    const pictures = await pdfPictures(pdf, 150, first + 1, Math.min(number, first + AT_ONCE));
    const wanted = posters.slice(first, first + AT_ONCE).map(({ address }) => address);
    expect(pictures.map(decodePicture)).toEqual(wanted);
    expect(pictures.map((picture) => decodePicture(shrink(picture, 0.4)))).toEqual(wanted);
  }
}
