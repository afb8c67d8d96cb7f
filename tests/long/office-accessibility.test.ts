import { expect, it } from "vitest";
import { sharedBrowser } from "../support/browser";
import { officeDefects, serveOfficeScreens } from "../support/office-screens";

const browser = sharedBrowser();

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };

it.each([
  ["on a desk", "vi", { viewport: DESK }],
  ["in English, dark, on a phone", "en", { viewport: PHONE, colorScheme: "dark" }],
  ["in English, dark, on a desk", "en", { viewport: DESK, colorScheme: "dark" }],
] as const)("axe finds nothing on the officers' pages %s", async (_, language, options) => {
  const office = await serveOfficeScreens({ language });
  expect(await officeDefects(browser.current(), office, options)).toEqual({});
});
