import { Form, useNavigation } from "@remix-run/react";
import type { Role } from "~/access/roles";
import { useNames } from "~/i18n/use-names";
import { useWords } from "~/i18n/use-words";
import { Facts } from "./facts";
import { NewPasswordFields } from "./new-password-fields";
import { type FieldProblem, ProblemSummary } from "./problem-summary";
import { TextField } from "./text-field";

interface WelcomeFormProps {
  account: {
    username: string;
    displayName: string;
    role: Role;
    unitName: string;
    invitedBy: string | null;
    /** Nobody has used the account yet; else a forgotten password is replaced. */
    firstUse: boolean;
  };
  refused: { problems: FieldProblem[]; displayName: string } | undefined;
}

/** Who invites, to what, and the password that the person chooses. */
export function WelcomeForm({ account, refused }: WelcomeFormProps) {
  const t = useWords();
  const { roles, roleExplanations } = useNames();
  const busy = useNavigation().state !== "idle";
  const problems = refused?.problems ?? [];
  const { username, role, unitName, invitedBy, firstUse } = account;
  return (
    <>
      <h1>{firstUse ? t("Nhận tài khoản") : t("Đặt mật khẩu mới")}</h1>
      {firstUse && (
        <p>
          {invitedBy
            ? t("{name} mời anh/chị dùng trang khảo sát mức độ hài lòng.", { name: invitedBy })
            : t("Anh/chị được mời dùng trang khảo sát mức độ hài lòng.")}
        </p>
      )}
      <Facts
        facts={[
          [t("Tên đăng nhập"), username],
          [t("Vai trò"), `${roles[role]}. ${roleExplanations[role]}`],
          [t("Phạm vi"), t("{unit} và đơn vị trực thuộc, nếu có", { unit: unitName })],
        ]}
      />
      <Form method="post" className="form-stack" noValidate>
        <ProblemSummary problems={problems} />
        {/* Password managers keep the new password beside this name. */}
        <input type="hidden" name="username" autoComplete="username" value={username} />
        <TextField
          name="displayName"
          label={t("Họ tên hoặc chức danh")}
          hint={t("Sửa nếu chưa đúng; tên này hiện ở góc trên màn hình.")}
          value={refused?.displayName ?? account.displayName}
          problems={problems}
          autoComplete="name"
        />
        <NewPasswordFields problems={problems} />
        <button type="submit" className="button" disabled={busy}>
          {firstUse ? t("Nhận tài khoản và đăng nhập") : t("Đặt mật khẩu và đăng nhập")}
        </button>
      </Form>
    </>
  );
}
