import { expect, test } from "vitest";
import { proposeInstant } from "~/responses/propose-instant";
import { readInstant } from "~/responses/read-responses-file-instant";

test.each([
  ["23/11/2026", "2026-11-23"],
  ["23/11/2026 14:30", "2026-11-23T14:30"],
  ["5/3/2026 8:05", "2026-03-05T08:05"],
  ["11/23/2026", "2026-11-23"],
  ["23-11-2026 2:30 CH", "2026-11-23T14:30"],
  ["23.11.2026 12:10:05 AM", "2026-11-23T00:10:05"],
  ["14:30 23/11/2026", "2026-11-23T14:30"],
  ["14h30 23/11/2026", "2026-11-23T14:30"],
  ["2026/11/3 9:00:00", "2026-11-03T09:00"],
  ["2026-3-5", "2026-03-05"],
  ["46349", "2026-11-23"],
  ["46349.604166666664", "2026-11-23T14:30"],
])("%s is to be written %s, which a file may say", (typed, written) => {
  expect(proposeInstant(typed)).toBe(written);
  expect(readInstant(written)).not.toBeNull();
});

test.each(["31/02/2026", "23/11/26", "hôm qua", "", "23/11/2026 chiều", "12345678", "11111"])(
  "for “%s” nothing is proposed",
  (typed) => {
    expect(proposeInstant(typed)).toBeNull();
  },
);
