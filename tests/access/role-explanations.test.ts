import { expect, test } from "vitest";
import { type Action, isAllowed, ROLES } from "~/access/roles";
import { ROLE_EXPLANATIONS } from "~/i18n/names";

/** The words by which an explanation says that a role may do something. */
const WORDS: Readonly<Record<Action, RegExp>> = {
  "manage-accounts": /khóa tài khoản/i,
  "design-surveys": /(?<!không )lập[^;]* đợt khảo sát/i,
  "see-results": /(?<!không )xem( được)? kết quả/i,
  "take-files": /(?<!không )tải( được)? báo cáo/i,
  "print-posters": /(?<!không )in áp phích/i,
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
