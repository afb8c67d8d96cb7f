import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { MINIMUM_PASSWORD_LENGTH } from "~/access/password-rule";
import { changePassword } from "~/access/sign-in.server";
import { Facts } from "~/components/office/facts";
import { ProblemSummary } from "~/components/office/problem-summary";
import { TextField } from "~/components/office/text-field";
import { requireViewer, sessionToken } from "~/http/session.server";
import { ROLE_EXPLANATIONS, ROLE_NAMES } from "~/i18n/names";

export const meta: MetaFunction = () => [{ title: "Tài khoản của tôi – Hài Lòng" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireViewer(request, context);
  const { username, displayName, role, unitName, mustChangePassword } = account;
  return { username, displayName, role, unitName, mustChangePassword };
}

const passwordSchema = z
  .object({
    present: z.string().min(1, "Nhập mật khẩu hiện nay"),
    next: z
      .string()
      .min(1, { error: "Nhập mật khẩu mới", abort: true })
      .min(MINIMUM_PASSWORD_LENGTH, `Mật khẩu mới phải có ít nhất ${MINIMUM_PASSWORD_LENGTH} ký tự`)
      .max(500, "Mật khẩu mới dài quá 500 ký tự"),
    again: z.string().min(1, "Nhập lại mật khẩu mới"),
  })
  .refine((input) => input.next === input.again, { path: ["again"], message: "Hai lần nhập mật khẩu mới khác nhau" })
  .refine((input) => input.next !== input.present, { path: ["next"], message: "Mật khẩu mới phải khác mật khẩu cũ" });

export async function action({ request, context }: ActionFunctionArgs) {
  const { account } = await requireViewer(request, context);
  const token = await sessionToken(request, context);
  const parsed = passwordSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success || !token) {
    const issues = parsed.error?.issues ?? [];
    return data(
      { changed: false, problems: issues.map(({ path, message }) => ({ field: String(path[0]), message })) },
      { status: 422 },
    );
  }
  const changed = await changePassword(context.database, account, { ...parsed.data, token });
  if (changed) return data({ changed: true, problems: [] });
  const problems = [{ field: "present", message: "Mật khẩu hiện nay không đúng" }];
  return data({ changed: false, problems }, { status: 422 });
}

export default function Account() {
  const account = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const problems = outcome?.problems ?? [];
  return (
    <>
      <header className="page-header">
        <h1>Tài khoản của tôi</h1>
      </header>
      {account.mustChangePassword && (
        <p className="notice">
          Đang dùng mật khẩu dùng một lần. Xin đặt mật khẩu riêng ở dưới để tiếp tục; mật khẩu hiện nay chính là mật
          khẩu dùng một lần vừa nhập.
        </p>
      )}
      {outcome?.changed && (
        <p className="notice notice-good" role="status">
          Đã đổi mật khẩu. Tài khoản đã được đăng xuất khỏi các máy khác.
        </p>
      )}
      <Facts
        facts={[
          ["Tên đăng nhập", account.username],
          ["Họ tên hoặc chức danh", account.displayName],
          ["Vai trò", `${ROLE_NAMES[account.role]}. ${ROLE_EXPLANATIONS[account.role]}`],
          ["Phạm vi", `${account.unitName} và đơn vị trực thuộc, nếu có`],
        ]}
      />
      <h2>Đổi mật khẩu</h2>
      <Form method="post" className="form-stack narrow" noValidate>
        <ProblemSummary problems={problems} />
        <TextField
          name="present"
          type="password"
          label="Mật khẩu hiện nay"
          autoComplete="current-password"
          problems={problems}
        />
        <TextField
          name="next"
          type="password"
          label="Mật khẩu mới"
          hint={`Ít nhất ${MINIMUM_PASSWORD_LENGTH} ký tự; nên là một câu ngắn dễ nhớ, ví dụ bốn từ viết liền.`}
          autoComplete="new-password"
          problems={problems}
        />
        <TextField
          name="again"
          type="password"
          label="Nhập lại mật khẩu mới"
          autoComplete="new-password"
          problems={problems}
        />
        <button type="submit" className="button">
          Đổi mật khẩu
        </button>
      </Form>
    </>
  );
}
