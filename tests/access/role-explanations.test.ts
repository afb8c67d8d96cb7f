import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { type Action, isAllowed, ROLES, type Role } from "~/access/roles";
import { ROLE_EXPLANATIONS, ROLE_NAMES } from "~/i18n/names";
import { ENGLISH_NAMES } from "~/i18n/names-in-english";

/** The words by which an explanation says that a role may do something; the compiler asks for those of every action. */
const WORDS: Readonly<Record<Action, { vi: RegExp; en: RegExp }>> = {
  "manage-accounts": { vi: /khóa tài khoản/i, en: /locks accounts/i },
  "design-surveys": { vi: /(?<!không )lập[^;]* đợt khảo sát/i, en: /(?<!no )creates, opens and closes surveys/i },
  "design-questionnaires": { vi: /soạn mẫu phiếu/i, en: /writes questionnaires/i },
  "see-results": { vi: /(?<!không )xem( được)? kết quả/i, en: /sees results/i },
  "take-files": { vi: /(?<!không )tải( được)? báo cáo/i, en: /downloads reports/i },
  "take-records": { vi: /tải phiếu ẩn danh/i, en: /takes anonymised records/i },
  "print-posters": {
    vi: /(?<!không )in áp phích, thay hoặc thu hồi mã/i,
    en: /prints posters, replaces or withdraws/i,
  },
  "run-kiosks": { vi: /đặt máy tính bảng/i, en: /sets up tablets/i },
  "manage-points": { vi: /sửa điểm khảo sát/i, en: /edits survey points/i },
  invite: { vi: /phát mã mời/i, en: /issues invitation codes/i },
  "assign-interviewers": { vi: /giao điều tra viên/i, en: /assigns interviewers/i },
  interview: { vi: /(?<!trừ )phỏng vấn/i, en: /interviews/i },
  "enter-paper": { vi: /nhập phiếu giấy/i, en: /keys in paper forms/i },
  "import-responses": { vi: /và tệp phiếu/i, en: /imports files/i },
  "monitor-fieldwork": { vi: /theo dõi tiến độ/i, en: /follows fieldwork/i },
  "write-improvements": { vi: /viết phần tiếp thu, giải trình/i, en: /writes answers to the public/i },
  "publish-results": { vi: /công bố kết quả/i, en: /publishes results/i },
  "manage-units": { vi: /đổi tên, chia, gộp đơn vị/i, en: /renames, splits and merges units/i },
};
const ACTIONS = Object.keys(WORDS) as Action[];

/** An administrator is said to do all that a designer does, and what comes on top. */
const sayings = (role: Role, explanations: Readonly<Record<Role, string>>) =>
  explanations[role] + (role === "administrator" ? explanations.designer : "");

test.each(ROLES)("what is said of a %s is what it may do, in both languages", (role) => {
  for (const action of ACTIONS) {
    const may = isAllowed(role, action);
    expect([action, WORDS[action].vi.test(sayings(role, ROLE_EXPLANATIONS))]).toEqual([action, may]);
    expect([action, WORDS[action].en.test(sayings(role, ENGLISH_NAMES.roleExplanations))]).toEqual([action, may]);
  }
});

test("an administrator is said to do what a designer does", () => {
  expect(ROLE_EXPLANATIONS.administrator).toContain("mọi việc của cán bộ thiết kế");
  expect(ENGLISH_NAMES.roleExplanations.administrator).toContain("Everything a survey designer does");
});

/** What each column of the README's table of roles stands for, in order. */
const COLUMNS: readonly (readonly Action[])[] = [
  ["design-questionnaires", "design-surveys", "import-responses", "take-records", "publish-results"],
  ["see-results"],
  ["take-files"],
  ["monitor-fieldwork"],
  ["manage-points", "print-posters", "run-kiosks"],
  ["invite", "assign-interviewers", "enter-paper", "write-improvements"],
  ["interview"],
  ["manage-accounts", "manage-units"],
];

test("the README's table of roles says what each may do", () => {
  const readme = readFileSync(join(inject("root"), "README.md"), "utf8");
  expect(COLUMNS.flat().sort()).toEqual([...ACTIONS].sort());
  for (const role of ROLES) {
    const line = readme.split("\n").find((text) => text.startsWith(`| ${ROLE_NAMES[role]} |`)) ?? "";
    const said = line
      .split("|")
      .slice(2, -1)
      .map((cell) => cell.trim());
    const may = COLUMNS.map((actions) => {
      const allowed = actions.filter((action) => isAllowed(role, action)).length;
      expect([0, actions.length]).toContain(allowed);
      return allowed > 0 ? "có" : "–";
    });
    expect([role, said]).toEqual([role, may]);
  }
});
