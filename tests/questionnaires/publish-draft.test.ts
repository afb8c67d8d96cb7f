import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Viewer } from "~/access/viewer";
import { canonicalJson, questionnaireChecksum } from "~/questionnaires/checksum.server";
import { type DraftDocument, readDraftDocument } from "~/questionnaires/draft-document";
import { publishReviewedDraft, reviewDraft } from "~/questionnaires/publish-draft.server";
import { parseQuestionnaire } from "~/questionnaires/questionnaire-schema";
import { startDraft } from "~/questionnaires/start-draft.server";
import type { Database } from "~db/open-database.server";
import { listActivities } from "~db/repositories/activities";
import { listLinks } from "~db/repositories/publishing";
import { findDraft, listDrafts, saveDraft } from "~db/repositories/questionnaire-drafts";
import { findVersion, listVersions } from "~db/repositories/questionnaire-versions";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { unitId } from "../support/surveys";

const now = new Date("2026-06-01T03:00:00Z");

async function variant(database: Database, viewer: Viewer, code = "one-stop-counter", owner = "th") {
  const base = (await listVersions(database)).find((one) => one.code === code);
  const place = { ownerUnitId: await unitId(database, owner), ownerName: "Tỉnh", now };
  const from = { from: "version", versionId: base?.id ?? 0, variantName: "Biến thể Thanh Hóa" } as const;
  const made = await startDraft(database, viewer, from, place);
  if (!made.ok) throw new Error(made.message);
  return { draftId: made.draftId, baseId: base?.id ?? 0 };
}

/** Changes a draft and returns its new revision. */
async function edit(database: Database, viewer: Viewer, draftId: number, change: (document: DraftDocument) => void) {
  const draft = await findDraft(database, viewer, draftId);
  const read = readDraftDocument(draft?.document);
  if (!draft || !read.ok) throw new Error("no draft");
  change(read.document);
  const { title } = read.document;
  const state = { draftId, revision: draft.revision, document: read.document, title: title.vi, at: now };
  const saved = await saveDraft(database, viewer, state);
  return saved.outcome === "saved" ? saved.revision : 0;
}

function publish(
  database: Database,
  viewer: Viewer,
  draftId: number,
  { revision = 1, variantName = "Biến thể Thanh Hóa", links = {} as Record<string, string> } = {},
) {
  const linkOf = (item: string) => links[item] ?? null;
  return publishReviewedDraft(database, viewer, { draftId, revision, variantName, linkOf }, now);
}

const everything = (database: Database) =>
  ["questionnaire_versions", "version_links", "questionnaire_drafts", "activities"].map((table) =>
    database.$client.prepare(`select count(*) from ${table}`).pluck().get(),
  );

describe("publishing a draft", () => {
  test("1. freezes a variant with its name, base, links and record, and the draft goes", async () => {
    const database = referenceDatabase();
    const viewer = await addViewer(database, "th", { role: "administrator" });
    const { draftId, baseId } = await variant(database, viewer);
    const revision = await edit(database, viewer, draftId, ({ items }) => {
      items.push({ code: "Z1", type: "text", text: { vi: "Câu của địa phương" } });
      items.splice(0, 1, { ...items[0], text: { vi: "Đến đây với tư cách nào?" } } as DraftDocument["items"][number]);
    });
    const review = await reviewDraft(database, viewer, draftId);
    expect(review).toMatchObject({ publishable: true, official: { counts: { changed: 1, added: 1, dropped: 0 } } });
    const outcome = await publish(database, viewer, draftId, { revision });
    const version = outcome.ok ? await findVersion(database, outcome.versionId) : null;
    expect(version).toMatchObject({
      ...{ code: "one-stop-counter-thanh-hoa", version: 1, official: false, basedOnId: baseId },
      ...{ variantName: "Biến thể Thanh Hóa", publishedBy: viewer.accountId, collectable: true },
    });
    const document = JSON.parse(version?.document ?? "{}");
    expect(version?.checksum).toBe(questionnaireChecksum(document));
    expect(parseQuestionnaire(document).ok).toBe(true);
    const links = await listLinks(database, version?.id ?? 0);
    const count = (link: string) => links.filter((one) => one.link === link).length;
    expect([count("same"), count("reworded"), count("new"), count("dropped")]).toEqual([20, 1, 1, 0]);
    expect(await listDrafts(database, viewer)).toEqual([]);
    expect(await listActivities(database, viewer)).toMatchObject([
      { kind: "questionnaire.publish", detail: { code: "one-stop-counter-thanh-hoa", version: 1 } },
    ]);
  });

  test("2. an own form gets its next version; the version in the field stays as it is", async () => {
    const database = referenceDatabase();
    const viewer = await addViewer(database, "th", { role: "administrator" });
    const first = await variant(database, viewer);
    const one = await publish(database, viewer, first.draftId);
    const firstId = one.ok ? one.versionId : 0;
    const before = await findVersion(database, firstId);
    const place = { ownerUnitId: await unitId(database, "th"), ownerName: "Tỉnh", now };
    const made = await startDraft(database, viewer, { from: "version", versionId: firstId, variantName: "" }, place);
    const draftId = made.ok ? made.draftId : 0;
    const same = await publish(database, viewer, draftId);
    expect(same).toMatchObject({ ok: false, status: 409, knownId: firstId });
    const revision = await edit(database, viewer, draftId, ({ title }) => {
      title.vi = "Tên mới";
    });
    const two = await publish(database, viewer, draftId, { revision });
    expect(two.ok && (await findVersion(database, two.versionId))).toMatchObject({ version: 2, basedOnId: firstId });
    expect(await findVersion(database, firstId)).toEqual(before);
  });

  test("3. is refused, with nothing changed, while something is wrong", async () => {
    const database = referenceDatabase();
    const viewer = await addViewer(database, "th", { role: "administrator" });
    const { draftId } = await variant(database, viewer);
    const before = everything(database);
    const nameless = await publish(database, viewer, draftId, { variantName: "  " });
    expect(nameless).toMatchObject({ ok: false, status: 422, problems: [{ field: "variantName" }] });
    expect(await publish(database, viewer, draftId, { revision: 9 })).toMatchObject({ ok: false, status: 409 });
    const item = (await reviewDraft(database, viewer, draftId))?.differences?.items[0]?.toItem ?? "";
    const wrong = await publish(database, viewer, draftId, { links: { [item]: "same:Z99" } });
    expect(wrong).toMatchObject({ ok: false, problems: [{ field: `link.${item}` }] });
    expect(everything(database)).toEqual(before);
    const official = await edit(database, viewer, draftId, (document) => {
      document.code = "one-stop-counter";
    });
    expect(await publish(database, viewer, draftId, { revision: official })).toMatchObject({
      ...{ ok: false, status: 422 },
      problems: [{ message: expect.stringContaining("one-stop-counter") }],
    });
    const broken = await edit(database, viewer, draftId, (document) => {
      document.items = [];
    });
    expect(await publish(database, viewer, draftId, { revision: broken })).toMatchObject({ ok: false, status: 422 });
    expect(everything(database)).toEqual(before);
  });

  test("4. is for whoever may see the draft, in their own sector, and carries on nobody else's code", async () => {
    const database = referenceDatabase();
    const health = await addViewer(database, "th-syt", { role: "designer", sector: "health" });
    const hospital = await addViewer(database, "bv-dk-tinh", { role: "designer" });
    const { draftId } = await variant(database, health, "outpatient-qd56", "th-syt");
    expect(await publish(database, hospital, draftId)).toMatchObject({ ok: false, status: 404 });
    const made = await publish(database, health, draftId);
    const versionId = made.ok ? made.versionId : 0;
    const place = { ownerUnitId: await unitId(database, "bv-dk-tinh"), ownerName: "Bệnh viện", now };
    const copy = await startDraft(database, hospital, { from: "version", versionId, variantName: "Bệnh viện" }, place);
    const copied = copy.ok ? await findDraft(database, hospital, copy.draftId) : null;
    expect(JSON.parse(copied?.document ?? "{}").code).toBe("outpatient-qd56-thanh-hoa-benh-vien");
    const stolen = await edit(database, hospital, copied?.id ?? 0, (document) => {
      document.code = "outpatient-qd56-thanh-hoa";
    });
    const refused = await publish(database, hospital, copied?.id ?? 0, { revision: stolen });
    expect(refused).toMatchObject({ ok: false, status: 422 });
    const foreign = await edit(
      database,
      health,
      (await variant(database, health, "outpatient-qd56", "th-syt")).draftId,
      (document) => {
        document.sector = "education";
      },
    );
    const [own] = await listDrafts(database, health);
    expect(await publish(database, health, own?.id ?? 0, { revision: foreign })).toMatchObject({
      ok: false,
      status: 422,
    });
  });
});

describe("export and import", () => {
  test("give the same canonical JSON and checksum for 200 random forms", async () => {
    const database = referenceDatabase();
    const viewer = await addViewer(database, "th", { role: "administrator" });
    const place = { ownerUnitId: await unitId(database, "th"), ownerName: "Tỉnh", now };
    let number = 0;
    await fc.assert(
      fc.asyncProperty(documents, async (random) => {
        // A code of its own, so that no two are versions of one form.
        const file = { ...random, code: `phieu-${number++}` };
        expect(parseQuestionnaire(file).ok).toBe(true);
        const start = {
          from: "file",
          text: JSON.stringify({ ...file, verified: { by: "A" } }),
          variantName: "",
        } as const;
        const started = await startDraft(database, viewer, start, place);
        const outcome = await publish(database, viewer, started.ok ? started.draftId : 0);
        const version = outcome.ok ? await findVersion(database, outcome.versionId) : null;
        expect(canonicalJson(JSON.parse(version?.document ?? "null"))).toBe(canonicalJson(file));
        expect(version?.checksum).toBe(questionnaireChecksum(file));
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});

const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== "");
const localized = fc.oneof(fc.record({ vi: words }), fc.record({ vi: words, en: words }));
const flag = fc.boolean();

/** Valid contract files in which optional parts are left out, empty or written out at random. */
const documents = fc
  .record({
    title: localized,
    source: words,
    labels: fc.array(localized, { minLength: 2, maxLength: 5 }),
    items: fc.array(
      fc.record({
        type: fc.constantFrom("scale", "single", "multiple", "number", "text"),
        text: localized,
        hint: fc.option(localized, { nil: undefined }),
        flag: fc.option(flag, { nil: undefined }),
        chained: flag,
        scored: flag,
      }),
      { minLength: 1, maxLength: 6 },
    ),
    lists: fc.record({ domains: flag, weights: flag, intro: fc.option(localized, { nil: undefined }) }),
  })
  .map(({ title, source, labels, items, lists }) => {
    const choices = labels.map((label, value) => ({ value, label }));
    const scales = [
      { code: "s", levels: choices.map((level, at) => (at === 0 ? { ...level, satisfied: true } : level)) },
    ];
    const needsScale = items.some(({ type }) => type === "scale");
    const document = {
      ...{ format: "hailong.questionnaire/1", code: "x", sector: "other", title, source },
      ...(needsScale ? { scales, factors: [{ code: "A" }] } : {}),
      ...(lists.domains ? { domains: [] } : {}),
      ...(lists.intro ? { intro: lists.intro } : {}),
      items: items.map(({ type, text, hint, flag: required, chained, scored }, at) => {
        const source = items[at - 1]?.type;
        const mayChain = chained && (source === "single" || source === "multiple");
        return {
          ...{ code: `Q${at}`, type, text },
          ...(hint ? { hint } : {}),
          ...(required === undefined ? {} : { required }),
          ...(mayChain ? { show_if: { item: `Q${at - 1}`, in: [1] } } : {}),
          ...(type === "scale" ? { scale: "s", ...(scored ? { factor: "A" } : {}) } : {}),
          ...(type === "single" || type === "multiple" ? { options: choices } : {}),
          ...(type === "number" && scored ? { min: 0, max: 2.5, unit: "giờ" } : {}),
          ...(type === "text" && scored ? { max_length: 500 } : {}),
        };
      }),
      index: lists.weights ? { rule: "pooled", weights: null } : { rule: "pooled" },
    };
    return document;
  });
