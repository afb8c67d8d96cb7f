import { expect, it } from "vitest";
import type { Role } from "~/access/roles";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import type { Channel } from "~/responses/channels";
import { insertResponses } from "~db/repositories/responses";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey } from "../support/surveys";

const ITEMS = ["A1", "A2", "B1", "C1", "D1", "E1"];
/** Where a number stands that is no number of persons. */
const NO_COUNT = /(^|[a-z])(id|Id|ids|Ids|number|version|value|position|order|k|line|page|pages|depth|size)$/;

/** Of 7 persons the small unit, of 37 the one that protects it, of 211 one that is told; three more came there today. */
const SMALL = [7, 37];
const LIVE = 214;
/** Before the moment at which the built site stands. */
const TODAY = "2026-06-01T01:00:00.000Z";

const BIG = "bv-dk-tinh";
const FEW = "bv-phu-san";

async function surveyed() {
  const database = referenceDatabase();
  const survey = await addOpenSurvey(database, { units: [BIG, "bv-nhi", FEW], title: "Đợt che số" });
  const layout = packedLayout(await readVersion(database, survey.versionId));
  const add = (key: string, many: number, { at = "2026-05-29T03:00:00.000Z", channel = "qr" as Channel } = {}) => {
    const point = survey.points.find(({ unitKey }) => unitKey === key);
    return insertResponses(
      database,
      Array.from({ length: many }, (_, person) => ({
        ...{ responseId: `${key}-${at}-${channel}-${person}`, surveyId: survey.surveyId, unitId: point?.unitId ?? 0 },
        ...{ pointId: point?.id ?? 0, channel, language: "vi" as const, finishedAt: at, texts: {} },
        packed: packAnswers(layout, {
          ...Object.fromEntries(ITEMS.map((code, item) => [code, 1 + ((person + item) % 5)])),
          ...{ P2: 1 + (person % 2), G1: 10 * (1 + (person % 9)) },
        }),
      })),
    );
  };
  await add(BIG, 211);
  await add("bv-nhi", 37);
  await add(FEW, 7);
  return { database, ...survey, add };
}

/** Every number that a page holds: those standing alone in its text, and those of the data that its script reads. */
function numbersOf(html: string): Map<number, string[]> {
  const found = new Map<number, string[]>();
  const note = (value: number, where: string) => found.set(value, [...(found.get(value) ?? []), where]);
  const plain = html.replaceAll("<!-- -->", "");
  const body = plain.replace(/<script[\s\S]*?<\/script>/g, "");
  for (const [, cell = ""] of body.matchAll(/>\s*(?:n = )?(\d+)(?: phiếu| người)?\s*</g)) note(Number(cell), "text");
  const sent = [...plain.matchAll(/streamController\.enqueue\(("(?:[^"\\]|\\.)*")\)/g)];
  const lists = sent.flatMap(([, text = '""']) => {
    const line = JSON.parse(text) as string;
    return line.startsWith("[") ? [JSON.parse(line) as unknown[]] : [];
  });
  // Pages without scripts send none; on the others nothing may hide from this reader.
  expect(lists.length > 0, "data of the page").toBe(plain.includes("__remixContext"));
  for (const list of lists) eachNumber(list, (value, key) => NO_COUNT.test(key) || note(value, key));
  return found;
}

/** Numbers in the data that Remix sends: one list, in which objects and arrays name the positions of what they hold. */
function eachNumber(list: readonly unknown[], receive: (value: number, key: string) => void): void {
  const seen = new Set<number>();
  const visit = (at: unknown, key: string): void => {
    if (typeof at !== "number" || at < 0) return;
    const value = list[at];
    if (typeof value === "number") receive(value, key);
    if (value === null || typeof value !== "object" || seen.has(at)) return;
    seen.add(at);
    if (Array.isArray(value)) for (const one of value) visit(one, key);
    else for (const [name, one] of Object.entries(value)) visit(one, String(list[Number(name.slice(1))]));
  };
  visit(0, "");
}

const RESULTS = ["results", `results/${BIG}`, `results/${FEW}`, "trend", "comments"].concat(
  [
    "",
    "/items",
    "/compare",
    `/compare?a=${BIG}&b=rest`,
    "/ranking",
    "/drivers",
    "/profile",
    `?unit=${FEW}`,
    "?channel=qr",
  ].map((view) => `analysis${view}`),
);
const FIELDWORK = ["", "points", "monitor", "interviewers"];

const ROLES: readonly { role: Role; unit: string; pages: readonly string[]; hidden: readonly number[] }[] = [
  { role: "viewer", unit: "th", pages: [...RESULTS, "", "points"], hidden: [...SMALL, LIVE] },
  { role: "analyst", unit: "th", pages: [...RESULTS, "", "points", "monitor"], hidden: [...SMALL, LIVE] },
  { role: "unit_officer", unit: FEW, pages: [...RESULTS, ...FIELDWORK], hidden: [7] },
  { role: "unit_officer", unit: BIG, pages: [...RESULTS, ...FIELDWORK], hidden: [LIVE] },
  // Whoever runs the survey: live counts on the pages of fieldwork, nowhere else.
  { role: "administrator", unit: "th", pages: RESULTS, hidden: [...SMALL, LIVE] },
];

it.each(ROLES)(
  "$role of $unit finds no masked and no live number on any page",
  async ({ role, unit, pages, hidden }) => {
    const { database, surveyId, add } = await surveyed();
    const officer = await signedIn(database, { role, unit });
    await add(BIG, 3, { at: TODAY });
    let told = 0;
    for (const page of pages) {
      const response = await officer.get(`/surveys/${surveyId}/${page}`.replace(/\/$/, ""));
      // A unit out of the scope, an analysis of too few and the like are refused as they should be.
      if (response.status !== 200) continue;
      told++;
      const numbers = numbersOf(await response.text());
      for (const number of hidden) expect(numbers.get(number), `${number} on ${page}`).toBeUndefined();
    }
    for (const page of ["/", "/surveys", "/alerts", "/tasks", "/units"]) {
      const response = await officer.get(page);
      if (response.status !== 200) continue;
      const numbers = numbersOf(await response.text());
      for (const number of hidden.filter((one) => one > 9))
        expect(numbers.get(number), `${number} on ${page}`).toBeUndefined();
    }
    expect(told).toBeGreaterThan(9);
  },
);

it("the walk would find them: whoever runs the fieldwork sees small and live numbers there", async () => {
  const { database, surveyId, add } = await surveyed();
  const officer = await signedIn(database);
  await add(BIG, 3, { at: TODAY });
  for (const page of ["points", "monitor"]) {
    const numbers = numbersOf(await (await officer.get(`/surveys/${surveyId}/${page}`)).text());
    for (const number of [...SMALL, LIVE])
      expect(numbers.get(number)?.length, `${number} on ${page}`).toBeGreaterThan(1);
  }
  const published = numbersOf(await (await officer.get(`/surveys/${surveyId}/results`)).text());
  expect(published.get(211)?.length).toBeGreaterThan(1);
});

it("files hold no masked number either, and say up to which day and in which way they move", async () => {
  const { database, surveyId, add } = await surveyed();
  const analyst = await signedIn(database, { role: "analyst" });
  await add(BIG, 3, { at: TODAY });
  for (const file of ["files/results.csv", "files/distribution.csv", "monitor/units.csv"]) {
    const response = await analyst.get(`/surveys/${surveyId}/${file}`);
    expect(response.status, file).toBe(200);
    const cells = (await response.text()).split("\r\n").map((line) => line.split(","));
    const [head = [], ...lines] = cells;
    const counts = head.flatMap((key, at) => (/^(n_|received|valid|count)/.test(key) ? at : []));
    expect(counts.length, file).toBeGreaterThan(0);
    for (const line of lines)
      for (const at of counts) expect([...SMALL, LIVE].map(String), file).not.toContain(line[at]);
    if (file.startsWith("files/")) {
      expect(head.slice(-2)).toEqual(["as_of", "updates"]);
      expect(lines[0]?.at(-1)).toBe("batches");
    }
  }
});
