import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

let spy: MockInstance<typeof console.error>;
let expected: number;

/** Says that the test makes the code write this many errors to the console; any other number fails it. */
export function expectConsoleErrors(count: number): void {
  expected = count;
}

beforeEach(() => {
  expected = 0;
  spy = vi.spyOn(console, "error").mockImplementation(() => {});
});

afterEach(() => {
  const written = spy.mock.calls.map((call) => call.map(String).join(" "));
  spy.mockRestore();
  expect(written.length === expected ? [] : written, `errors on the console (expected: ${expected})`).toEqual([]);
});
