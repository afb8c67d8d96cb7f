import { MINIMUM_PASSWORD_LENGTH } from "~/access/password-rule";
import { useWords } from "~/i18n/use-words";
import type { FieldProblem } from "./problem-summary";
import { TextField } from "./text-field";

/** A new password, twice. */
export function NewPasswordFields({ problems }: { problems: readonly FieldProblem[] }) {
  const t = useWords();
  return (
    <>
      <TextField
        name="next"
        type="password"
        label={t("Mật khẩu mới")}
        hint={t("Ít nhất {n} ký tự; nên là một câu ngắn dễ nhớ, ví dụ bốn từ viết liền.", {
          n: MINIMUM_PASSWORD_LENGTH,
        })}
        autoComplete="new-password"
        problems={problems}
      />
      <TextField
        name="again"
        type="password"
        label={t("Nhập lại mật khẩu mới")}
        autoComplete="new-password"
        problems={problems}
      />
    </>
  );
}
