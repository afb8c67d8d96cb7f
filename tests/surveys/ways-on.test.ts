import { expect, test } from "vitest";
import type { Viewer } from "~/access/viewer";
import { createSurvey } from "~/surveys/create-survey.server";
import { listFormChoices } from "~/surveys/revise-survey.server";
import { waysOn } from "~/surveys/ways-on.server";
import type { Database } from "~db/open-database.server";
import { insertResponse } from "~db/repositories/responses";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, unitId } from "../support/surveys";
import { publishVariant } from "../support/variants";

const COMMUNE = "xa-14848";
const MOMENT = { now: new Date("2026-06-01T03:00:00Z"), today: "2026-06-01" };

async function addDraft(database: Database, viewer: Viewer, versionId: number, title: string) {
  const created = await createSurvey(
    database,
    viewer,
    {
      ...{
        title,
        versionId,
        ownerUnitId: viewer.unitId,
        basis: "voluntary",
        unitIds: [await unitId(database, COMMUNE)],
      },
      ...{ opensOn: MOMENT.today, closesOn: "2026-12-31" },
    },
    MOMENT,
  );
  if (!created.ok) throw new Error(created.message);
  return created.surveyId;
}

test("a published version leads to the drafts and the earlier surveys of its maker that may take it", async () => {
  const database = referenceDatabase();
  const viewer = await addViewer(database, "th-ttpvhcc", { role: "designer", sector: "administration" });
  const stranger = await addViewer(database, "th-stp", { role: "designer", sector: "administration" });
  const { base, variant } = await publishVariant(database, viewer, "one-stop-counter");
  const own = { questionnaire: "one-stop-counter", owner: "th-ttpvhcc", units: [COMMUNE] };
  for (const year of ["2022", "2023", "2024", "2025"]) {
    await addOpenSurvey(database, {
      ...own,
      title: `Đợt ${year}`,
      opensOn: `${year}-01-01`,
      closesOn: `${year}-12-31`,
    });
  }
  await addOpenSurvey(database, { ...own, owner: "th-stp", title: "Đợt của sở khác" });
  await addOpenSurvey(database, { owner: "th-ttpvhcc", title: "Đợt của mẫu khác" });
  const draft = await addDraft(database, viewer, base, "Bản nháp của tôi");
  await addDraft(database, viewer, variant, "Bản nháp đã dùng mẫu mới");
  await addDraft(database, stranger, base, "Bản nháp của người khác");
  const answered = await addDraft(database, viewer, base, "Bản nháp đã có phiếu");
  await insertResponse(database, {
    responseId: "3f0e4ad5-5f0b-4ad1-9a52-6a3d1b3c9f10",
    surveyId: answered,
    unitId: await unitId(database, COMMUNE),
    pointId: null,
    channel: "import",
    language: "vi",
    finishedAt: "2026-05-02T03:00:00.000Z",
    packed: "",
    texts: {},
  });

  const ways = await waysOn(database, viewer, variant);
  expect(ways.drafts).toEqual([{ id: draft, title: "Bản nháp của tôi" }]);
  expect(ways.earlier.map(({ title }) => title)).toEqual(["Đợt 2025", "Đợt 2024", "Đợt 2023"]);
  // The page of the draft does offer it.
  expect((await listFormChoices(database, base)).map(({ id }) => id)).toContain(variant);
  // A version that nothing goes on from leads nowhere.
  expect(await waysOn(database, stranger, variant)).toMatchObject({ drafts: [{ title: "Bản nháp của người khác" }] });
});
