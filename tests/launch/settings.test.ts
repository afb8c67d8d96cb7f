import { describe, expect, test } from "vitest";
import { readSettings } from "~/config.server";

describe("a wrong setting", () => {
  test.each([
    ["PORT", "abc", "phải là số nguyên từ 0 đến 65535"],
    ["PORT", "80000", "phải là số nguyên từ 0 đến 65535"],
    ["PORT", "80.5", "phải là số nguyên từ 0 đến 65535"],
    ["PUBLIC_URL", "hailong", "phải là địa chỉ đầy đủ, ví dụ https://hailong.example.gov.vn"],
    ["DATABASE_URL", "postgres://x", "phải có dạng file:<đường dẫn>"],
    ["SESSION_SECRET", "short", "phải có ít nhất 32 ký tự"],
    ["TIME_ZONE", "Asia/Thanh_Hoa", "không phải múi giờ IANA"],
    ["PROVINCE", " ", "phải có chữ"],
    ["LOG_LEVEL", "loud", "phải là một trong: fatal, error, warn, info, debug, trace, silent"],
    ["CELL_MINIMUM", "0", "phải là số nguyên từ 1 trở lên"],
    ["UNIT_MINIMUM", "-3", "phải là số nguyên từ 1 trở lên"],
  ])("%s=%s is named, and in Vietnamese what it must be", (name, value, message) => {
    expect(() => readSettings({ [name]: value })).toThrow(new Error(`Cấu hình không hợp lệ:\n  ${name}: ${message}`));
  });

  test("does not hide another one", () => {
    expect(() => readSettings({ PORT: "x", CELL_MINIMUM: "x" })).toThrow(/PORT: .*\n.*CELL_MINIMUM: /);
  });
});
