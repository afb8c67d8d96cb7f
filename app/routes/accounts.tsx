import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { accountState } from "~/access/account-state";
import { accountsAddress, browseAccounts, readAccountsRequest } from "~/access/browse-accounts";
import { AccountsFilter } from "~/components/office/accounts-filter";
import { AccountsTable } from "~/components/office/accounts-table";
import { Pager } from "~/components/office/pager";
import { requireViewer, todayOf } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { listAccounts } from "~db/repositories/accounts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Tài khoản");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "manage-accounts");
  const asked = readAccountsRequest(new URL(request.url).searchParams);
  const moment = { today: todayOf(context), now: context.now() };
  const accounts = (await listAccounts(context.database, viewer, moment)).map((account) => ({
    ...account,
    state: accountState(account),
  }));
  return { ...browseAccounts(accounts, asked), total: accounts.length, asked, ownId: viewer.accountId };
}

/** Accounts in scope, searched by name, role and state. */
export default function Accounts() {
  const { accounts, found, total, page, pages, asked, ownId } = useLoaderData<typeof loader>();
  const t = useWords();
  return (
    <>
      <header className="page-header">
        <h1>{t("Tài khoản")}</h1>
        <p>
          <Link className="button" to="/accounts/new">
            {t("Mời người dùng")}
          </Link>{" "}
          <Link className="button button-quiet" to="/activities">
            {t("Nhật ký hoạt động")}
          </Link>{" "}
          <Link className="button button-quiet" to="/keys">
            {t("Khóa kết nối")}
          </Link>
        </p>
      </header>
      <AccountsFilter asked={asked} />
      <p className="muted">
        {found === total ? t("{n} tài khoản", { n: total }) : t("{n} trong {all} tài khoản", { n: found, all: total })}
      </p>
      {accounts.length > 0 ? (
        <AccountsTable accounts={accounts} ownId={ownId} />
      ) : (
        <p className="notice">{t("Không có tài khoản nào như vậy. Thử bỏ bớt điều kiện lọc.")}</p>
      )}
      <Pager page={page} pages={pages} addressOf={(wanted) => accountsAddress(asked, wanted)} />
    </>
  );
}
