import { expect, it } from "vitest";
import { sharedBrowser } from "../support/browser";
import { officeDefects, serveOfficeScreens } from "../support/office-screens";

const browser = sharedBrowser();

it.each([
  ["in English, dark, on a phone", { viewport: { width: 360, height: 740 }, colorScheme: "dark" }],
  ["in English, dark, on a desk", { viewport: { width: 1280, height: 800 }, colorScheme: "dark" }],
] as const)("axe finds nothing on the officers' pages %s", async (_, options) => {
  const office = await serveOfficeScreens({ language: "en" });
  expect(await officeDefects(browser.current(), office, options)).toEqual({});
});
