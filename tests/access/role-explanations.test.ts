import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { type Action, isAllowed, ROLES } from "~/access/roles";
import { ROLE_EXPLANATIONS, ROLE_NAMES } from "~/i18n/names";

/** The words by which an explanation says that a role may do something. */
const WORDS: Readonly<Partial<Record<Action, RegExp>>> = {
  "manage-accounts": /khóa tài khoản/i,
  "design-surveys": /(?<!không )lập[^;]* đợt khảo sát/i,
  "see-results": /(?<!không )xem( được)? kết quả/i,
  "take-files": /(?<!không )tải( được)? báo cáo/i,
  "print-posters": /(?<!không )in áp phích, thay hoặc thu hồi mã/i,
  "run-kiosks": /đặt máy tính bảng/i,
};

test.each(ROLES)("what is said of a %s is what it may do", (role) => {
  const said = ROLE_EXPLANATIONS[role];
  if (role === "administrator") {
    expect(said).toMatch(/mọi việc/);
    return;
  }
  for (const [action, words] of Object.entries(WORDS)) {
    expect([action, words.test(said)]).toEqual([action, isAllowed(role, action as Action)]);
  }
});

/** What each column of the README's table of roles stands for, in order. */
const COLUMNS: readonly (readonly Action[])[] = [
  ["design-surveys"],
  ["see-results"],
  ["take-files"],
  ["print-posters", "run-kiosks"],
  ["manage-accounts"],
];

test("the README's table of roles says what each may do", () => {
  const readme = readFileSync(join(inject("root"), "README.md"), "utf8");
  for (const role of ROLES) {
    const line = readme.split("\n").find((text) => text.startsWith(`| ${ROLE_NAMES[role]} |`)) ?? "";
    const said = line
      .split("|")
      .slice(2, -1)
      .map((cell) => cell.trim() === "có");
    const may = COLUMNS.map((actions) => actions.every((action) => isAllowed(role, action)));
    expect([role, said]).toEqual([role, may]);
  }
});
