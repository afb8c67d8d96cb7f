import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, inject, it } from "vitest";
import { drawInvitation } from "~/collection-points/draw-invitation.server";
import { groupInvitation, invitationAddress } from "~/collection-points/invitation";
import { createSlipThread } from "~/collection-points/slip-thread.server";
import { SLIPS_ON_A_PAGE, writeSlips } from "~/collection-points/slips.server";
import { columns, decodePicture, pdfPages, pdfPictures, rows } from "../support/programs";

const BATCH = {
  province: "Tỉnh Thanh Hóa",
  surveyTitle: "Khảo sát sự hài lòng của người bệnh ngoại trú sáu tháng đầu năm 2026 tại các bệnh viện công lập",
  unitName: "Bệnh viện Đa khoa tỉnh Thanh Hóa",
  pointLabel: "Quầy số 2",
  until: "2026-12-31",
  simulated: true,
};

it("slips are ten to a sheet, each with its number and a code that a phone reads", async () => {
  const slips = Array.from({ length: 12 }, (_, index) => {
    const code = drawInvitation();
    return { number: index + 1, code, address: invitationAddress("https://hailong.thanhhoa.gov.vn", code) };
  });
  const pdf = await writeSlips(BATCH, slips, "2026-06-01");
  const pages = await pdfPages(pdf);
  expect(pages).toHaveLength(2);
  const text = pages.join("\n");
  for (const { number, code } of slips) {
    expect(text).toContain(groupInvitation(code));
    expect(text).toContain(`Số ${number}`);
  }
  expect(text).toContain("Quầy số 2");
  expect(text).toContain("Dùng một lần");
  expect(text).toContain("SỐ LIỆU MÔ PHỎNG");
  expect(text).toContain("Đến hết ngày 31/12/2026");
  const pictures = await pdfPictures(pdf, 150, 1, 2);
  const read = pictures.flatMap((picture) => {
    const found: (string | null)[] = [];
    for (let row = 0; row < 5; row++) {
      const band = rows(
        picture,
        Math.floor((picture.height * (8 + row * 56.2)) / 297),
        Math.ceil((picture.height * (8 + (row + 1) * 56.2)) / 297),
      );
      for (let column = 0; column < 2; column++) {
        found.push(
          decodePicture(
            columns(band, Math.floor((band.width * column) / 2), Math.floor((band.width * (column + 1)) / 2)),
          ),
        );
      }
    }
    return found;
  });
  expect(read.slice(0, 12)).toEqual(slips.map(({ address }) => address));
  expect(read.slice(12).every((found) => found === null)).toBe(true);
  expect(SLIPS_ON_A_PAGE).toBe(10);
});

it("slips drawn in a thread are the same file, one after another, and one given up holds up no other", async () => {
  const slips = [1, 2, 3].map((number) => {
    const code = drawInvitation();
    return { number, code, address: invitationAddress("https://hailong.thanhhoa.gov.vn", code) };
  });
  const draw = createSlipThread(join(inject("root"), "scripts", "serve", "poster-worker.mjs"));
  const work = { batch: BATCH, slips, day: "2026-06-01" };
  const [first, given, last] = [draw(work), draw(work), draw(work)];
  given.destroy();
  const here = await writeSlips(BATCH, slips, "2026-06-01");
  const text = async (pdf: Buffer) => (await pdfPages(pdf)).join("\n");
  expect(await text(await buffer(first))).toBe(await text(here));
  expect((await buffer(last)).length).toBe(here.length);
});
