import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { accountInputSchema } from "~/access/account-input";
import { createAccount, resetPassword } from "~/access/create-account.server";
import type { Viewer } from "~/access/viewer";
import { type AccountOutcome, AccountOutcomeNotice } from "~/components/office/account-outcome";
import { AccountsTable } from "~/components/office/accounts-table";
import { NewAccountForm } from "~/components/office/new-account-form";
import { requireViewer, todayOf } from "~/http/session.server";
import { unitLabel } from "~/units/choose-unit";
import { byName } from "~/units/tree-order";
import { changeAccount, listAccounts } from "~db/repositories/accounts";
import { listUnits } from "~db/repositories/units";

export const meta: MetaFunction = () => [{ title: "Tài khoản – Hài Lòng" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "manage-accounts");
  const today = todayOf(context);
  const units = (await listUnits(context.database, viewer, { on: today })).sort(byName).map(unitLabel);
  return { accounts: await listAccounts(context.database, viewer, today), units, ownId: viewer.accountId };
}

const changeSchema = z.object({
  change: z.enum(["create", "reset", "deactivate", "activate"]),
  id: z.coerce.number().int().optional(),
  confirmed: z.string().optional(),
});

export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "manage-accounts");
  const form = Object.fromEntries(await request.formData());
  const asked = changeSchema.safeParse(form);
  if (!asked.success) return refused("Không rõ việc cần làm. Xin tải lại trang rồi thử lại.");
  const { change, id = 0, confirmed } = asked.data;
  if (change === "create") return create(context, viewer, form as Record<string, string>);
  if (id === viewer.accountId) return refused("Không thể tự khóa hay tự cấp lại mật khẩu cho chính mình.");
  if (change === "reset") {
    const reset = await resetPassword(context.database, viewer, id);
    return reset ? done({ kind: "reset", ...reset }) : absent();
  }
  if (change === "deactivate" && confirmed !== "yes") {
    return refused("Chưa khóa: xin đánh dấu vào ô xác nhận rồi bấm lại.");
  }
  const username = await changeAccount(context.database, viewer, id, { active: change === "activate" });
  return username === null ? absent() : done({ kind: change === "activate" ? "unlocked" : "locked", username });
}

async function create(context: ActionFunctionArgs["context"], viewer: Viewer, form: Record<string, string>) {
  const refuse = (problems: { field: string; message: string }[]) =>
    data<AccountOutcome>({ kind: "refused", message: null, problems, values: form }, { status: 422 });
  const parsed = accountInputSchema.safeParse(form);
  if (!parsed.success) {
    return refuse(parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })));
  }
  const moment = { now: context.now(), today: todayOf(context) };
  const created = await createAccount(context.database, viewer, parsed.data, moment);
  if (!created.ok) return refuse([created]);
  const { username, displayName, role } = parsed.data;
  return done({ kind: "created", username, displayName, role, ...created });
}

function done(outcome: AccountOutcome) {
  return data<AccountOutcome>(outcome);
}

function refused(message: string, status = 422) {
  return data<AccountOutcome>({ kind: "refused", message, problems: [], values: {} }, { status });
}

function absent() {
  return refused("Không có tài khoản này trong phạm vi quản trị.", 404);
}

export default function Accounts() {
  const { accounts, units, ownId } = useLoaderData<typeof loader>();
  const outcome: AccountOutcome | undefined = useActionData<typeof action>();
  return (
    <>
      <header className="page-header">
        <h1>Tài khoản</h1>
        <a className="button button-quiet" href="#new-account-heading">
          Thêm tài khoản
        </a>
      </header>
      {outcome && <AccountOutcomeNotice outcome={outcome} />}
      <AccountsTable accounts={accounts} ownId={ownId} />
      <NewAccountForm units={units} outcome={outcome} />
    </>
  );
}
