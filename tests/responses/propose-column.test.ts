import { expect, test } from "vitest";
import { proposeColumn } from "~/responses/propose-column";

test.each([
  ["response_id", "Response ID"],
  ["response_id", "Mã phiếu"],
  ["response_id", "respons_id"],
  ["unit_code", "MÃ ĐƠN VỊ"],
  ["unit_code", "unitcode"],
  ["submitted_at", "Ngày nộp"],
  ["A1", "a01"],
  ["C2.1", "c2_1"],
])("%s is meant by “%s”", (wanted, typed) => {
  expect(proposeColumn(wanted, ["ghi chú", "", typed])).toBe(typed);
});

test.each([
  ["A1", "A2"],
  ["A1", "B1"],
  ["A10", "A1"],
  ["unit_code", "tuổi"],
  ["channel", ""],
])("%s is not meant by “%s”", (wanted, typed) => {
  expect(proposeColumn(wanted, [typed])).toBeNull();
});
