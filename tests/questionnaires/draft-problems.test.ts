import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, inject, it } from "vitest";
import { sayMessage } from "~/i18n/words";
import { canonicalJson } from "~/questionnaires/checksum.server";
import { type DraftDocument, readDraftDocument } from "~/questionnaires/draft-document";
import { fileOfDraft } from "~/questionnaires/draft-file";
import { draftProblems, hasEnglish } from "~/questionnaires/draft-problems";
import { parseQuestionnaire } from "~/questionnaires/questionnaire-schema";
import { blankDocument } from "~/questionnaires/start-draft";

const folder = join(inject("root"), "seeds", "questionnaires");
const seeds: object[] = readdirSync(folder)
  .filter((name) => name !== "manifest.json")
  .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));

function draftOf(json: unknown): DraftDocument {
  const read = readDraftDocument(structuredClone(json));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.document;
}

function small(): DraftDocument {
  const label = (vi: string) => ({ vi });
  return draftOf({
    code: "thu",
    sector: "other",
    title: { vi: "Phiếu thử" },
    source: "Kiểm thử",
    scales: [
      {
        code: "s3",
        levels: [
          { value: 1, label: label("Không") },
          { value: 2, label: label("Vừa") },
          { value: 3, label: label("Hài lòng"), satisfied: true },
        ],
      },
    ],
    domains: [{ code: "I", title: label("Nội dung") }],
    factors: [{ code: "A", domain: "I", title: label("Yếu tố") }],
    items: [
      { code: "A1", type: "scale", scale: "s3", factor: "A", text: label("Một") },
      { code: "B1", type: "single", text: label("Hai"), options: [{ value: 1, label: label("Có") }] },
      { code: "C1", type: "text", text: label("Ba"), show_if: { item: "B1", in: [1] } },
      { code: "D1", type: "number", text: label("Bốn"), min: 0, max: 9 },
    ],
    index: { rule: "fixed-weights", weights: { I: 1 } },
  });
}

/** Severity and path of what is told of the small draft after one change; `undefined` takes the place away. */
function told(place: string, value: unknown): [string, string][] {
  const document = small();
  put(document, place, value);
  return draftProblems(document).map(({ severity, path }) => [severity, path]);
}

function put(document: object, place: string, value: unknown): void {
  const steps = place.split(".");
  const last = steps.pop() as string;
  let node = document as Record<string, unknown>;
  for (const step of steps) node = node[step] as Record<string, unknown>;
  if (value === undefined) delete node[last];
  else node[last] = value;
}

describe("a draft", () => {
  it("reads every official form and gives its file again", () => {
    expect(seeds.length).toBeGreaterThan(8);
    for (const seed of seeds) {
      expect(canonicalJson(fileOfDraft(draftOf(seed), seed))).toBe(canonicalJson(seed));
      expect(draftProblems(draftOf(seed)).filter(({ severity }) => severity === "error")).toEqual([]);
    }
  });

  it("takes unfinished documents and refuses what is none, with the place", () => {
    expect(readDraftDocument("{").ok).toBe(false);
    expect(readDraftDocument([]).ok).toBe(false);
    expect(readDraftDocument({ sector: "health", items: [{ type: "scale", colour: 1 }] })).toMatchObject({
      ok: false,
      problems: [{ path: "$.items[0]" }],
    });
    expect(readDraftDocument({ sector: "health", items: [{ type: "scale" }] }).ok).toBe(true);
  });

  it("leaves out of the file what is empty and what another type of item left behind", () => {
    const document = small();
    put(document, "title.en", " ");
    put(document, "items.0.options", [{ value: 1, label: { vi: "cũ" } }]);
    put(document, "items.1.hint", { vi: "", en: "" });
    put(document, "items.3.unit", "");
    expect(canonicalJson(fileOfDraft(document))).toBe(canonicalJson(fileOfDraft(small())));
  });
});

describe("problems of a draft", () => {
  it("are none in a sound one", () => expect(told("title.vi", "Phiếu thử")).toEqual([]));

  it.each<[string, [string, string][], string, unknown]>([
    ["a title that is absent", [["error", "$.title.vi"]], "title.vi", " "],
    ["a source that is absent", [["error", "$.source"]], "source", ""],
    ["a code that is absent", [["error", "$.items[0].code"]], "items.0.code", ""],
    ["a code with signs", [["error", "$.items[0].code"]], "items.0.code", "câu 1"],
    ["a code that comes twice", [["error", "$.items[3].code"]], "items.3.code", "A1"],
    ["a code that is a column", [["error", "$.items[3].code"]], "items.3.code", "weight"],
    ["a text that is absent", [["error", "$.items[3].text.vi"]], "items.3.text.vi", ""],
    ["a scale that is not there", [["error", "$.items[0].scale"]], "items.0.scale", "s9"],
    [
      "a factor that is not there",
      [
        ["error", "$.items[0].factor"],
        ["error", "$.items[0].factor"],
      ],
      "items.0.factor",
      "Z",
    ],
    ["satisfaction outside the index", [["warning", "$.items[0].factor"]], "items.0.factor", undefined],
    ["a label that is absent", [["error", "$.scales[0].levels[1].label.vi"]], "scales.0.levels.1.label.vi", ""],
    [
      "options that are absent",
      [
        ["error", "$.items[1].options"],
        ["error", "$.items[2].show_if.in[0]"],
      ],
      "items.1.options",
      [],
    ],
    [
      "a value that comes twice",
      [["error", "$.items[1].options[1].value"]],
      "items.1.options.1",
      { value: 1, label: { vi: "Lại" } },
    ],
    [
      "a value that is absent",
      [["error", "$.items[1].options[1].value"]],
      "items.1.options.1",
      { value: null, label: { vi: "Lại" } },
    ],
    ["a condition on a later item", [["error", "$.items[2].show_if.item"]], "items.2.show_if", { item: "D1", in: [1] }],
    [
      "a condition on an unknown item",
      [["error", "$.items[2].show_if.item"]],
      "items.2.show_if",
      { item: "Z", in: [1] },
    ],
    [
      "a condition on a value that is no option",
      [["error", "$.items[2].show_if.in[0]"]],
      "items.2.show_if",
      { item: "B1", in: [7] },
    ],
    ["a condition without values", [["error", "$.items[2].show_if.in"]], "items.2.show_if", { item: "B1", in: [] }],
    [
      "a condition on what is never asked",
      [
        ["error", "$.items[1].show_if.item"],
        ["error", "$.items[2].show_if"],
      ],
      "items.1.show_if",
      { item: "Z", in: [1] },
    ],
    ["a range the wrong way round", [["error", "$.items[3].min"]], "items.3.min", 10],
    ["weights that do not sum to 1", [["error", "$.index.weights"]], "index.weights", { I: 0.5 }],
    ["a factor outside the domains under weights", [["error", "$.items[0].factor"]], "factors.0.domain", undefined],
    ["a domain that is not there", [["error", "$.factors[0].domain"]], "factors.0.domain", "Z"],
    ["a factor without a name", [["warning", "$.factors[0].title"]], "factors.0.title", undefined],
    [
      "a scale of one level",
      [["error", "$.scales[0].levels"]],
      "scales.0.levels",
      [{ value: 3, label: { vi: "Hài lòng" }, satisfied: true }],
    ],
    ["no item", [["error", "$.items"]], "items", []],
  ])("tell of %s", (_name, expected, place, value) => expect(told(place, value)).toEqual(expected));

  it("warn of a factor outside the domains, where weights do not need it", () => {
    const document = small();
    put(document, "factors.0.domain", "");
    put(document, "index", { rule: "pooled", weights: null });
    expect(draftProblems(document)).toMatchObject([{ severity: "warning", path: "$.factors[0].domain", item: null }]);
  });

  it("tell of absent English only where there is some", () => {
    const english = told("title.en", "A form");
    expect(english.length).toBeGreaterThan(8);
    expect(english.every(([severity, path]) => severity === "warning" && path.endsWith(".en"))).toBe(true);
  });

  it("count no English that came with a ready-made scale: who writes Vietnamese only is not told of every text", () => {
    const document = blankDocument({ title: "Phiếu mới", sector: "health", code: "phieu-moi", source: "Sở Y tế soạn" });
    expect(hasEnglish(document)).toBe(false);
    expect(draftProblems(document)).toEqual([
      {
        ...{ severity: "error", path: "$.items[0].text.vi", item: "A1", missing: true },
        message: "Câu 1 (A1) chưa có lời hỏi: nhập tiếng Việt",
      },
    ]);
    document.items[0] = { ...document.items[0], code: "A1", type: "scale", text: { vi: "", en: "Opening hours" } };
    expect(hasEnglish(document)).toBe(true);
    expect(draftProblems(document)).toContainEqual(
      expect.not.objectContaining({ missing: true, path: "$.items[0].text.vi" }),
    );
  });

  it("hold an error exactly where the contract refuses the file, and each has an English", () => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: seeds.length - 1 }),
        fc.array(mutation, { maxLength: 4 }),
        (at, changes) => {
          const broken = structuredClone(seeds[at]) as object;
          for (const change of changes) mutate(broken, change);
          const read = readDraftDocument(broken);
          if (!read.ok) return;
          const problems = draftProblems(read.document);
          const parsed = parseQuestionnaire(fileOfDraft(read.document));
          if (!parsed.ok) refused++;
          const errors = problems.filter(({ severity }) => severity === "error");
          expect([errors.length === 0, parsed.ok ? [] : parsed.problems, errors]).toEqual([
            parsed.ok,
            parsed.ok ? [] : parsed.problems,
            errors,
          ]);
          for (const { message } of problems) expect(sayMessage("en", message)).not.toBe(message);
        },
      ),
      { numRuns: 1500 },
    );
    expect(refused).toBeGreaterThan(200);
  });
});

interface Mutation {
  seed: number;
  how: "delete" | "blank" | "copy" | "number" | "flip";
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  seed: fc.nat(),
  how: fc.constantFrom("delete", "blank", "copy", "number", "flip"),
});

/** Breaks one leaf or entry of a document somewhere. */
function mutate(document: object, { seed, how }: Mutation): void {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown) => {
    if (typeof node !== "object" || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(document);
  const of = (wanted: string) => places.filter(([node, key]) => typeof node[key] === wanted);
  const pick = (some: typeof places) => some[seed % Math.max(some.length, 1)];
  if (how === "delete") {
    const place = pick(
      places.filter(([, key]) =>
        ["scale", "factor", "domain", "options", "show_if", "in", "title", "levels"].includes(key),
      ),
    );
    if (place) delete place[0][place[1]];
  } else if (how === "blank") {
    const place = pick(of("string"));
    if (place) place[0][place[1]] = "";
  } else if (how === "copy") {
    const some = of("string").filter(([, key]) => ["code", "scale", "factor", "item"].includes(key));
    const from = some[(seed * 7) % some.length];
    const place = pick(some);
    if (place && from) place[0][place[1]] = from[0][from[1]];
  } else if (how === "number") {
    const place = pick(of("number"));
    if (place) place[0][place[1]] = (seed % 5) - 1.5 * (seed % 2);
  } else {
    const place = pick(of("boolean"));
    if (place) place[0][place[1]] = !place[0][place[1]];
  }
}
