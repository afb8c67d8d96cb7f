import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { displayName } from "~/access/account-input";
import { newPasswordFields, PASSWORDS_DIFFER } from "~/access/password-rule";
import { changePassword } from "~/access/sign-in.server";
import { DoneNotice } from "~/components/office/done-notice";
import { Facts } from "~/components/office/facts";
import { LanguageChoice } from "~/components/office/language-choice";
import { NewPasswordFields } from "~/components/office/new-password-fields";
import { type FieldProblem, ProblemSummary } from "~/components/office/problem-summary";
import { TextField } from "~/components/office/text-field";
import { requireViewer, sessionToken } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useNames } from "~/i18n/use-names";
import { useWords } from "~/i18n/use-words";
import { changeOwnName } from "~db/repositories/accounts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Tài khoản của tôi");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireViewer(request, context);
  const { username, displayName: name, role, unitName, mustChangePassword } = account;
  return { username, displayName: name, role, unitName, mustChangePassword };
}

const nameSchema = z.object({ displayName });
const passwordSchema = z
  .object({ present: z.string("Nhập mật khẩu hiện nay").min(1, "Nhập mật khẩu hiện nay"), ...newPasswordFields })
  .refine((input) => input.next === input.again, PASSWORDS_DIFFER)
  .refine((input) => input.next !== input.present, { path: ["next"], message: "Mật khẩu mới phải khác mật khẩu cũ" });

/** One's own name, with `change=name`; else one's own password. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { account } = await requireViewer(request, context);
  const form = Object.fromEntries(await request.formData()) as Record<string, string>;
  const about = form.change === "name" ? ("name" as const) : ("password" as const);
  const problemsOf = (error: z.ZodError) =>
    error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
  const finish = (done: string) => data({ about, done, problems: [] as FieldProblem[], typed: "" });
  if (about === "name") {
    const parsed = nameSchema.safeParse(form);
    if (!parsed.success) {
      const { displayName: typed = "" } = form;
      return data({ about, done: null, problems: problemsOf(parsed.error), typed }, { status: 422 });
    }
    await changeOwnName(context.database, account.id, parsed.data.displayName);
    return finish("Đã đổi tên hiển thị.");
  }
  const token = await sessionToken(request, context);
  const parsed = passwordSchema.safeParse(form);
  // Passwords are never sent back, not even to whoever typed them.
  const refusePassword = (problems: FieldProblem[]) =>
    data({ about, done: null, problems, typed: "" }, { status: 422 });
  if (!parsed.success || !token) return refusePassword(parsed.success ? [] : problemsOf(parsed.error));
  const changed = await changePassword(context.database, account, { ...parsed.data, token });
  if (changed) return finish("Đã đổi mật khẩu. Tài khoản đã được đăng xuất khỏi các máy khác.");
  return refusePassword([{ field: "present", message: "Mật khẩu hiện nay không đúng" }]);
}

export default function Account() {
  const account = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useWords();
  const { roles, roleExplanations } = useNames();
  const problemsOf = (about: "name" | "password") => (outcome?.about === about ? outcome.problems : []);
  return (
    <>
      <header className="page-header">
        <h1>{t("Tài khoản của tôi")}</h1>
      </header>
      {account.mustChangePassword && (
        <p className="notice">
          {t(
            "Đang dùng mật khẩu dùng một lần. Xin đặt mật khẩu riêng ở dưới để tiếp tục; mật khẩu hiện nay chính là mật khẩu dùng một lần vừa nhập.",
          )}
        </p>
      )}
      <DoneNotice message={outcome?.done ?? null} />
      <Facts
        facts={[
          [t("Tên đăng nhập"), account.username],
          [t("Họ tên hoặc chức danh"), account.displayName],
          [t("Vai trò"), `${roles[account.role]}. ${roleExplanations[account.role]}`],
          [t("Phạm vi"), t("{unit} và đơn vị trực thuộc, nếu có", { unit: account.unitName })],
        ]}
      />
      <h2>{t("Đổi mật khẩu")}</h2>
      <Form method="post" className="form-stack narrow" noValidate>
        <ProblemSummary problems={problemsOf("password")} />
        <TextField
          name="present"
          type="password"
          label={t("Mật khẩu hiện nay")}
          autoComplete="current-password"
          problems={problemsOf("password")}
        />
        <NewPasswordFields problems={problemsOf("password")} />
        <button type="submit" name="change" value="password" className="button">
          {t("Đổi mật khẩu")}
        </button>
      </Form>
      <h2>{t("Tên hiển thị")}</h2>
      <Form method="post" className="form-stack narrow" noValidate>
        <ProblemSummary problems={problemsOf("name")} />
        <TextField
          name="displayName"
          label={t("Họ tên hoặc chức danh")}
          hint={t("Tên này hiện ở góc trên màn hình và trong nhật ký hoạt động.")}
          value={outcome?.about === "name" && outcome.problems.length > 0 ? outcome.typed : account.displayName}
          problems={problemsOf("name")}
          autoComplete="name"
        />
        <button type="submit" name="change" value="name" className="button">
          {t("Đổi tên hiển thị")}
        </button>
      </Form>
      <LanguageChoice />
    </>
  );
}
