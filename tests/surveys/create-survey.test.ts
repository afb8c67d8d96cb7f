import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Viewer } from "~/access/viewer";
import { CODE_ALPHABET, codeFrom, isWellFormedCode, normalizeCode } from "~/collection-points/code";
import { stageName } from "~/i18n/names";
import { createSurvey } from "~/surveys/create-survey.server";
import { collectionState } from "~/surveys/survey";
import type { Database } from "~db/open-database.server";
import { listPointsOfSurvey } from "~db/repositories/collection-points";
import { listVersions } from "~db/repositories/questionnaire-versions";
import { findUnitId, listUnits } from "~db/repositories/units";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";

const TODAY = "2026-06-01";
const MOMENT = { now: new Date("2026-06-01T03:00:00Z"), today: TODAY };

const centre = (database: Database): Promise<Viewer> =>
  addViewer(database, "th-ttpvhcc", { role: "designer", sector: "administration" });

async function versionId(database: Database, wanted: string): Promise<number> {
  return (await listVersions(database)).find(({ code }) => code === wanted)?.id ?? 0;
}

async function communes(database: Database, viewer: Viewer): Promise<number[]> {
  return (await listUnits(database, viewer, { on: TODAY, kinds: ["commune"] })).map(({ id }) => id);
}

const draft = { title: "Khảo sát một cửa", opensOn: TODAY, closesOn: "2026-12-31", basis: "voluntary" as const };

describe("creating a survey", () => {
  it("makes one collection point per unit, each with a code of its own", async () => {
    const database = referenceDatabase();
    const viewer = await centre(database);
    const unitIds = await communes(database, viewer);
    const input = {
      ...draft,
      ownerUnitId: viewer.unitId,
      versionId: await versionId(database, "one-stop-counter"),
      unitIds,
    };
    const created = await createSurvey(database, viewer, input, MOMENT);
    if (!created.ok) throw new Error(created.message);
    const points = await listPointsOfSurvey(database, viewer, created.surveyId, TODAY);
    expect(points).toHaveLength(166);
    expect(new Set(points.map(({ code }) => code)).size).toBe(166);
    expect(points.every(({ code }) => isWellFormedCode(code))).toBe(true);
  });

  it("uses a unit's point again in the next survey, since its paper hangs on the wall", async () => {
    const database = referenceDatabase();
    const viewer = await centre(database);
    const unitIds = (await communes(database, viewer)).slice(0, 3);
    const input = {
      ...draft,
      ownerUnitId: viewer.unitId,
      versionId: await versionId(database, "one-stop-counter"),
      unitIds,
    };
    const codes = [];
    for (let survey = 0; survey < 2; survey++) {
      const created = await createSurvey(database, viewer, input, MOMENT);
      if (!created.ok) throw new Error(created.message);
      codes.push((await listPointsOfSurvey(database, viewer, created.surveyId, TODAY)).map(({ code }) => code));
    }
    expect(codes[1]).toEqual(codes[0]);
  });

  it("refuses a form kept as structure only, a form of another sector, units and bodies out of reach", async () => {
    const database = referenceDatabase();
    const viewer = await centre(database);
    const [unit = 0] = await communes(database, viewer);
    const attempt = async (code: string, unitIds: number[]) =>
      createSurvey(
        database,
        viewer,
        { ...draft, ownerUnitId: viewer.unitId, versionId: await versionId(database, code), unitIds },
        MOMENT,
      );
    expect(await attempt("sipas-household-2022", [unit])).toMatchObject({ ok: false, field: "versionId" });
    expect(await attempt("outpatient-qd56", [unit])).toMatchObject({ ok: false, field: "versionId" });
    const hospital = (await findUnitId(database, "bv-dk-tinh")) ?? 0;
    expect(await attempt("one-stop-counter", [unit, hospital])).toMatchObject({ ok: false, field: "unitIds" });
    const health = (await findUnitId(database, "th-syt")) ?? 0;
    const foreign = { ...draft, ownerUnitId: health, unitIds: [unit] };
    const input = { ...foreign, versionId: await versionId(database, "one-stop-counter") };
    expect(await createSurvey(database, viewer, input, MOMENT)).toMatchObject({ ok: false, field: "ownerUnitId" });
    expect(database.$client.prepare("select count(*) n from surveys").get()).toEqual({ n: 0 });
  });
});

describe("codes of collection points", () => {
  const payload = fc.array(fc.integer({ min: 0, max: CODE_ALPHABET.length - 1 }), { minLength: 7, maxLength: 7 });

  it("are read back however they are typed", () => {
    fc.assert(
      fc.property(payload, (numbers) => {
        const code = codeFrom(numbers);
        const typed = ` ${code.slice(0, 4).toLowerCase()} - ${code.slice(4)} `;
        expect(normalizeCode(typed)).toBe(code);
        expect(isWellFormedCode(code)).toBe(true);
      }),
    );
  });

  it("give away every single wrong character and every swap of neighbours", () => {
    const wrong = fc.tuple(payload, fc.nat(7), fc.nat(CODE_ALPHABET.length - 1));
    fc.assert(
      fc.property(wrong, ([numbers, place, other]) => {
        const code = codeFrom(numbers);
        const letter = CODE_ALPHABET.charAt(other);
        fc.pre(code.charAt(place) !== letter);
        expect(isWellFormedCode(code.slice(0, place) + letter + code.slice(place + 1))).toBe(false);
      }),
    );
    fc.assert(
      fc.property(payload, fc.nat(6), (numbers, place) => {
        const code = codeFrom(numbers);
        const [one = "", other = ""] = [code.charAt(place), code.charAt(place + 1)];
        fc.pre(one !== other);
        expect(isWellFormedCode(code.slice(0, place) + other + one + code.slice(place + 2))).toBe(false);
      }),
    );
  });
});

describe("a survey on a day", () => {
  const window = { opensOn: "2026-06-10", closesOn: "2026-06-20" };
  it.each([
    ["draft", "2026-06-15", "not-yet-open", "Bản nháp"],
    ["open", "2026-06-09", "not-yet-open", "Sẽ mở ngày 10/06/2026"],
    ["open", "2026-06-10", "open", "Đang thu phiếu"],
    ["open", "2026-06-20", "open", "Đang thu phiếu"],
    ["open", "2026-06-21", "closed", "Đã hết hạn ngày 20/06/2026"],
    ["closed", "2026-06-15", "closed", "Đã đóng"],
    ["draft", "2026-06-21", "closed", "Bản nháp"],
  ] as const)("%s on %s is %s for citizens and “%s” for officers", (status, today, state, name) => {
    expect(collectionState({ ...window, status }, today)).toBe(state);
    expect(stageName({ ...window, status }, today)).toBe(name);
  });
});
