import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { readSettings, SETTING_NAMES } from "~/config.server";

const root = inject("root");
const readme = readFileSync(join(root, "README.md"), "utf8");
const operations = readFileSync(join(root, "docs", "operations.md"), "utf8");

describe("the README", () => {
  test("has every setting in its table, with the default that holds", () => {
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| ([^|]*) \|/gm)].map(([, name, cell]) => [name, cell ?? ""]);
    expect(rows.map(([name]) => name)).toEqual(SETTING_NAMES);
    const defaults = readSettings({});
    for (const [name, cell = ""] of rows) {
      const value = defaults[name as keyof typeof defaults];
      if (value !== undefined && value !== "") expect(cell, name).toBe(`\`${value}\``);
    }
  });

  test("says what every script of package.json is for", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    for (const name of Object.keys(scripts)) {
      const call = name === "start" || name === "test" ? `npm ${name}` : `npm run (--silent )?${name}`;
      expect(readme).toMatch(new RegExp(`${call}\\b`));
    }
  });

  test("counts the questions of the forms that collect answers", () => {
    const manifest = JSON.parse(readFileSync(join(root, "seeds/questionnaires/manifest.json"), "utf8"));
    const counts = Object.keys(manifest)
      .filter((code) => manifest[code].collectable)
      .map((code) => JSON.parse(readFileSync(join(root, `seeds/questionnaires/${code}.json`), "utf8")).items.length);
    expect(readme).toContain(`gồm ${Math.min(...counts)} đến ${Math.max(...counts)} câu hỏi`);
    expect(readme).not.toContain("phiếu chính thức");
  });

  test("draws every room", () => {
    const rooms = readdirSync(join(root, "app"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of rooms) expect(readme).toMatch(new RegExp(`^  ${name}/ `, "m"));
  });

  test.each([
    ["README.md", readme, root],
    ["docs/operations.md", operations, join(root, "docs")],
  ])("%s links only to what is there", (_, text, folder) => {
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target ?? "");
    for (const target of links.filter((link) => !link.startsWith("http"))) {
      expect(() => readFileSync(join(folder, target)), target).not.toThrow();
    }
  });
});

test("the operations guide names only settings that exist", () => {
  const named = [...operations.matchAll(/\b([A-Z]+_[A-Z_]+|PORT|HOST|CONTACT|PROVINCE)=/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(3);
  for (const name of named) expect(SETTING_NAMES).toContain(name);
});
