import { describe, expect, it } from "vitest";
import type { ApiKeyInput } from "~/access/api-key";
import { createApiKey } from "~/access/api-keys.server";
import { unitLabel } from "~/units/choose-unit";
import { listApiKeys, revokeApiKey } from "~db/repositories/api-keys";
import { listUnits } from "~db/repositories/units";
import { referenceDatabase } from "../support/databases";
import { provinceViewer } from "../support/surveys";

const TODAY = "2026-06-01";
const NOW = new Date("2026-06-01T03:00:00Z");
const secret = "a secret of the site that nobody else knows";

async function keyRing() {
  const database = referenceDatabase();
  const viewer = await provinceViewer(database);
  const unit = (await listUnits(database, viewer, { on: TODAY })).find(({ key }) => key === "th-syt");
  const input: ApiKeyInput = {
    ...{ name: "Cổng dữ liệu", unit: unit ? unitLabel(unit) : "", scopes: ["read"] },
    ...{ surveyId: null, expiresOn: "2027-06-01" },
  };
  const make = (token: string, changed: Partial<ApiKeyInput> = {}) =>
    createApiKey(database, viewer, { ...input, ...changed }, { now: NOW, today: TODAY, form: { token, secret } });
  const list = () => listApiKeys(database, viewer, TODAY);
  return { database, viewer, make, list };
}

describe("a form for a key that is sent twice", () => {
  it("makes one key, records it once and shows it both times", async () => {
    const { database, make, list } = await keyRing();
    const [first, again] = [await make("one"), await make("one")];
    expect(first).toMatchObject({ ok: true });
    expect(again).toEqual(first);
    expect(await list()).toHaveLength(1);
    const recorded = database.$client.prepare("select count(*) from activities where kind = 'api-key.create'").pluck();
    expect(recorded.get()).toBe(1);
  });

  it("makes another where it was opened again or says something else", async () => {
    const { make, list } = await keyRing();
    const made = [await make("one"), await make("two"), await make("one", { name: "Ki-ốt" })];
    expect(new Set(made.map((one) => (one.ok ? one.key : null))).size).toBe(3);
    expect(await list()).toHaveLength(3);
  });

  it("does not bring back a key that was revoked meanwhile", async () => {
    const { database, viewer, make } = await keyRing();
    const made = await make("one");
    expect(made.ok && (await revokeApiKey(database, viewer, made.id, NOW))).toBe(true);
    expect(await make("one")).toMatchObject({ ok: false, field: "name" });
  });
});
