import { describe, expect, test } from "vitest";
import { drawShareCard } from "~/reports/draw-share-card.server";
import { type ShareCard, shareCard } from "~/reports/share-card";
import { loadPublished } from "~/snapshots/load-published.server";
import { referenceDatabase } from "../support/databases";
import { addPublished, FIGURE_SETTINGS } from "../support/published";

const UNITS = [
  { key: "bv-dk-tinh", levels: { 4: 50, 2: 20 } },
  { key: "bv-nhi", levels: { 5: 60, 3: 12 } },
  { key: "bv-mat", levels: { 4: 31, 2: 9 } },
  { key: "bv-phu-san", levels: { 4: 12, 1: 3 } },
];

async function cardOf(unitKey: string | undefined, simulated = false): Promise<ShareCard | null> {
  const database = referenceDatabase();
  const { surveyId } = await addPublished(database, { units: UNITS, title: "Khảo sát ngoại trú", simulated });
  const found = await loadPublished(database, surveyId, FIGURE_SETTINGS.timeZone);
  if (!found?.published) throw new Error("nothing is published");
  return shareCard(found.published, { unitKey, language: "vi", province: "Tỉnh Thanh Hóa" });
}

describe("the card of a published page", () => {
  test("tells the figure with its interval and persons", async () => {
    const card = await cardOf("bv-dk-tinh");
    expect(card).toMatchObject({
      title: "Bệnh viện Đa khoa tỉnh Thanh Hóa",
      subtitle: "Khảo sát ngoại trú",
      warning: null,
    });
    expect(card?.figure).toBe("71,43%");
    expect(card?.text).toMatch(/Khoảng 95%: [\d,]+–[\d,]+% · 70 người trả lời$/);
    expect(card?.share?.rate).toBeCloseTo(50 / 70, 9);
  });

  test("of a masked unit holds no figure at all", async () => {
    expect(await cardOf("bv-phu-san")).toMatchObject({ share: null, figure: "Không công bố" });
    expect(JSON.stringify(await cardOf("bv-phu-san"))).not.toMatch(/\d/);
  });

  test("says where the answers are simulated, and there is none of a unit that was not surveyed", async () => {
    expect((await cardOf(undefined, true))?.warning).toBe("SỐ LIỆU MÔ PHỎNG");
    expect(await cardOf("khong-co")).toBeNull();
  });

  test("is drawn the same each time, however long its names", async () => {
    const card = await cardOf("bv-dk-tinh", true);
    if (!card) throw new Error("no card");
    const long = { ...card, title: "Trường ".repeat(40), subtitle: "x".repeat(300) };
    expect((await drawShareCard(long)).equals(await drawShareCard(long))).toBe(true);
  });
});
