import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { accountInputSchema } from "~/access/account-input";
import { createAccount, resetPassword } from "~/access/create-account.server";
import { AccountsTable } from "~/components/office/accounts-table";
import { NewAccountForm } from "~/components/office/new-account-form";
import { requireViewer, todayOf } from "~/http/session.server";
import { changeAccount, listAccounts } from "~db/repositories/accounts";
import { listUnits } from "~db/repositories/units";

export const meta: MetaFunction = () => [{ title: "Tài khoản – Hài Lòng" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "manage-accounts");
  const today = todayOf(context);
  const units = (await listUnits(context.database, viewer, { on: today })).map(({ key, name, code }) => ({
    key,
    name,
    code,
  }));
  return { accounts: await listAccounts(context.database, viewer, today), units, ownId: viewer.accountId };
}

const changeSchema = z.object({
  change: z.enum(["create", "reset", "deactivate", "activate"]),
  id: z.coerce.number().int().optional(),
});

export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "manage-accounts");
  const form = Object.fromEntries(await request.formData());
  const asked = changeSchema.safeParse(form);
  if (!asked.success) return data(problem("change", "Không rõ việc cần làm"), { status: 422 });
  const { change, id = 0 } = asked.data;
  if (change === "create") {
    const parsed = accountInputSchema.safeParse(form);
    if (!parsed.success) {
      const problems = parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
      return data({ ...problem("", ""), problems, values: form as Record<string, string> }, { status: 422 });
    }
    const moment = { now: context.now(), today: todayOf(context) };
    const created = await createAccount(context.database, viewer, parsed.data, moment);
    if (created.ok) return data(handedOut(parsed.data.username, created.password));
    return data(
      { ...problem(created.field, created.message), values: form as Record<string, string> },
      { status: 422 },
    );
  }
  if (id === viewer.accountId) {
    return data(problem("change", "Không thể tự khóa hay cấp lại mật khẩu cho chính mình"), { status: 422 });
  }
  if (change === "reset") {
    const password = await resetPassword(context.database, viewer, id);
    return password ? data(handedOut(String(form.username ?? ""), password)) : data(absent, { status: 404 });
  }
  const changed = await changeAccount(context.database, viewer, id, { active: change === "activate" });
  return changed ? data(null) : data(absent, { status: 404 });
}

interface Outcome {
  problems: { field: string; message: string }[];
  values: Record<string, string>;
  handedOut: { username: string; password: string } | null;
}

function problem(field: string, message: string): Outcome {
  return { problems: [{ field, message }], values: {}, handedOut: null };
}

function handedOut(username: string, password: string): Outcome {
  return { problems: [], values: {}, handedOut: { username, password } };
}

const absent = problem("change", "Không có tài khoản này trong phạm vi quản trị");

export default function Accounts() {
  const { accounts, units, ownId } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  return (
    <>
      <header className="page-header">
        <h1>Tài khoản</h1>
      </header>
      {outcome?.handedOut && (
        <div className="notice notice-good" role="status">
          <p>
            Mật khẩu dùng một lần của <strong>{outcome.handedOut.username}</strong>:{" "}
            <span className="code">{outcome.handedOut.password}</span>
          </p>
          <p>Chỉ hiện lần này. Người dùng phải đổi mật khẩu khi đăng nhập lần đầu.</p>
        </div>
      )}
      <AccountsTable accounts={accounts} ownId={ownId} />
      <NewAccountForm units={units} problems={outcome?.problems ?? []} values={outcome?.values ?? {}} />
    </>
  );
}
