import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { OFFICE_ENGLISH } from "~/i18n/office";
import { VIETNAMESE_LETTER, vietnameseTexts } from "../support/vietnamese-text";

const ROOT = join(import.meta.dirname, "../..");
const FOLDERS = ["app/routes", "app/components/office", "app/components/editor"];

/** Files whose Vietnamese stays, or one text of a file, each with its reason. */
const STAYS: Readonly<Record<string, string>> = {
  "app/components/office/draw-minutes.tsx": "minutes are a document, printed and signed",
  "app/components/editor/preview-page.tsx": "stands on the public page that the preview shows",
  "app/routes/questionnaires.new.tsx: Biến thể {0}":
    "the name offered for a variant becomes part of the Vietnamese form",
};

/** Pages of citizens have a dictionary of their own. */
const PUBLIC_ROUTE = /^app\/routes\/[ki]\.\$code/;

/** Values stand in a template as `{0}`, in a phrase under a name. */
const nameless = (phrase: string) => phrase.replace(/\{\w+\}/g, "{}");
const phrases = new Set(Object.keys(OFFICE_ENGLISH).map(nameless));
const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
).filter((file) => /\.tsx?$/.test(file) && !PUBLIC_ROUTE.test(file));

test("officers' screens hold no Vietnamese beside the phrases that have an English", () => {
  expect(files.length).toBeGreaterThan(150);
  const left = files
    .filter((file) => !(file in STAYS))
    .flatMap((file) =>
      vietnameseTexts(join(ROOT, file))
        .filter(({ text }) => !(`${file}: ${text}` in STAYS))
        .filter(({ text, bare }) => bare || !phrases.has(nameless(text)))
        .map(({ line, text }) => `${file}:${line}: ${text}`),
    );
  expect(left).toEqual([]);
});

test("what may stay Vietnamese is there", () => {
  const needless = Object.keys(STAYS).filter((place) => {
    const [file = "", only] = place.split(": ");
    const texts = vietnameseTexts(join(ROOT, file));
    return !texts.some(({ text }) => only === undefined || text === only);
  });
  expect(needless).toEqual([]);
});

test("an English phrase holds the same values as its Vietnamese", () => {
  const valuesOf = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort().join(" ");
  const unlike = Object.entries(OFFICE_ENGLISH).filter(([phrase, english]) => valuesOf(phrase) !== valuesOf(english));
  expect(unlike).toEqual([]);
});

/** Proper names, and Vietnamese that an English sentence quotes as it must be typed or is printed. */
const NAMES = [
  "Hài Lòng",
  "Nguyễn Văn An, Phòng Nghiệp vụ Y",
  "Quyết định 56/QĐ-BYT ngày 08/01/2024, Mẫu số 2",
  "4939/QĐ-BYT",
  "Quầy 1, Quầy 2",
];

test("an English phrase holds no Vietnamese but proper names", () => {
  const withoutNames = (text: string) => NAMES.reduce((left, name) => left.replaceAll(name, ""), text);
  const mixed = Object.values(OFFICE_ENGLISH).filter((english) => VIETNAMESE_LETTER.test(withoutNames(english)));
  expect(mixed).toEqual([]);
});

test("each phrase stands in one catalogue", async () => {
  const folder = join(ROOT, "app/i18n/office");
  const catalogues = await Promise.all(
    readdirSync(folder)
      // The problems of a draft are spread into the catalogue of questionnaires.
      .filter((name) => !["index.ts", "draft-problems.ts"].includes(name))
      .map((name): Promise<Record<string, object>> => import(join(folder, name))),
  );
  const seen = catalogues.flatMap((catalogue) => Object.values(catalogue).flatMap(Object.keys));
  expect(seen.filter((phrase, index) => seen.indexOf(phrase) !== index)).toEqual([]);
  expect(seen).toHaveLength(Object.keys(OFFICE_ENGLISH).length);
});
