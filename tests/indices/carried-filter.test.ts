import { expect, it } from "vitest";
import { carriedFields, unheeded, withCarried } from "~/indices/carried-filter";

const to = (room: string) => `/surveys/2/${room}`;

it("a filter goes with the tabs from room to room and comes back as it was", () => {
  const search = "?unit=xa-1&channel=qr&sort=-rate&q=abc";
  const fields = carriedFields({ pathname: to("analysis"), search });
  expect(fields).toEqual([
    ["unit", "xa-1"],
    ["channel", "qr"],
  ]);
  expect(withCarried(to("trend"), fields)).toBe("/surveys/2/trend?unit=xa-1&channel=qr");
  const results = withCarried(to("results"), fields);
  expect(results).toBe("/surveys/2/results/xa-1?channel=qr");
  const [pathname = "", back = ""] = results.split("?");
  expect(carriedFields({ pathname, search: `?${back}` })).toEqual(fields);
});

it("other pages of the survey and an empty filter are left as they are", () => {
  expect(withCarried(to("points"), [["unit", "a"]])).toBe(to("points"));
  expect(withCarried(to("results"), [])).toBe(to("results"));
  expect(withCarried("/surveys/2", [["unit", "a"]])).toBe("/surveys/2");
  expect(withCarried(to("results"), [["unit", "a/b?c"]])).toBe("/surveys/2/results/a%2Fb%3Fc");
  expect(carriedFields({ pathname: "/surveys/2/results/%E0%A4%A", search: "" })).toEqual([["unit", "%E0%A4%A"]]);
});

it("a page says what of the filter it does not heed; the analysts' room says so itself", () => {
  const fields = [
    ["unit", "a"],
    ["channel", "qr"],
  ] as const;
  expect(unheeded(to("trend"), fields)).toEqual(["channel"]);
  expect(unheeded(to("quality"), fields)).toEqual(["unit", "channel"]);
  expect(unheeded(to("analysis/items"), fields)).toEqual([]);
  expect(unheeded(to("points"), fields)).toEqual([]);
});
