import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { accountChangeSchema } from "~/access/account-input";
import type { HandedOutLink } from "~/access/account-link";
import { sendLinkAnew } from "~/access/account-links.server";
import { accountState } from "~/access/account-state";
import { reviseAccount } from "~/access/change-account.server";
import { AccountForm } from "~/components/office/account-form";
import { AccountSteps } from "~/components/office/account-steps";
import { DoneNotice } from "~/components/office/done-notice";
import { LinkToSend } from "~/components/office/link-to-send";
import type { FieldProblem } from "~/components/office/problem-summary";
import { linkPlaceOf } from "~/http/link-place.server";
import { numberParam } from "~/http/params";
import { requireViewer, todayOf } from "~/http/session.server";
import { formatMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { unitLabel } from "~/units/choose-unit";
import { byName } from "~/units/tree-order";
import { withdrawLink } from "~db/repositories/account-links";
import { findAccount } from "~db/repositories/accounts";
import { type ChangeOutcome, setAccountActive } from "~db/repositories/change-account";
import { listUnits } from "~db/repositories/units";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) =>
  pageTitle(matches, "Tài khoản {username}", { username: shown?.account.username ?? "" });

async function requireAccount({
  request,
  params,
  context,
}: Pick<LoaderFunctionArgs, "request" | "params" | "context">) {
  const { viewer } = await requireViewer(request, context, "manage-accounts");
  const asked = { accountId: numberParam(params.accountId), today: todayOf(context), now: context.now() };
  const account = await findAccount(context.database, viewer, asked);
  if (!account) throw new Response("Không có tài khoản này trong phạm vi quản trị.", { status: 404 });
  return { viewer, account };
}

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, account } = await requireAccount(asked);
  const { database, settings } = asked.context;
  const units = await listUnits(database, viewer, { on: todayOf(asked.context) });
  const unit = units.find(({ id }) => id === account.unitId);
  const { linkUntil } = account;
  return {
    account: { ...account, state: accountState(account) },
    linkUntil: linkUntil && formatMoment(new Date(linkUntil), settings.timeZone),
    own: account.id === viewer.accountId,
    unit: unit ? unitLabel(unit) : account.unitName,
    units: units.sort(byName).map(unitLabel),
    local: settings.publicUrlMissing,
  };
}

const changeSchema = z.object({
  change: z.enum(["edit", "link", "withdraw", "deactivate", "activate"]),
  confirmed: z.string().optional(),
});

interface Outcome {
  link: HandedOutLink | null;
  done: string | null;
  /** A sentence about the step that was refused. */
  refusal: string | null;
  problems: FieldProblem[];
  values: Record<string, string> | null;
}

const NOTHING: Outcome = { link: null, done: null, refusal: null, problems: [], values: null };

const REFUSALS: Readonly<Record<Exclude<ChangeOutcome, "done">, string>> = {
  outside: "Không có tài khoản này trong phạm vi quản trị.",
  own: "Không thể tự khóa hay tự đổi vai trò, đơn vị, lĩnh vực của mình: nhờ một quản trị viên khác.",
  "last-administrator": "Đây là quản trị viên cuối cùng của tỉnh: trao vai trò này cho người khác trước.",
};

export async function action(asked: ActionFunctionArgs) {
  const { viewer, account } = await requireAccount(asked);
  const { database, now } = asked.context;
  const form = Object.fromEntries(await asked.request.formData()) as Record<string, string>;
  const refuse = (refusal: string) => data<Outcome>({ ...NOTHING, refusal }, { status: 422 });
  const finish = (done: string) => data<Outcome>({ ...NOTHING, done });
  const step = changeSchema.safeParse(form);
  if (!step.success) return refuse("Không rõ việc cần làm. Xin tải lại trang rồi thử lại.");
  const { change, confirmed } = step.data;
  if (change === "edit") {
    const keep = (problems: FieldProblem[]) => data<Outcome>({ ...NOTHING, problems, values: form }, { status: 422 });
    const parsed = accountChangeSchema.safeParse(form);
    if (!parsed.success) {
      return keep(parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })));
    }
    const moment = { now: now(), today: todayOf(asked.context) };
    const revised = await reviseAccount(database, viewer, account.id, parsed.data, moment);
    if (!revised.ok) return keep([{ field: revised.field, message: revised.message }]);
    if (revised.outcome !== "done") return keep([{ field: "role", message: REFUSALS[revised.outcome] }]);
    return finish("Đã lưu thay đổi.");
  }
  if (change === "link") {
    const link = await sendLinkAnew(database, viewer, account.id, linkPlaceOf(asked.context));
    return link ? data<Outcome>({ ...NOTHING, link }) : refuse("Không tạo được liên kết cho tài khoản này.");
  }
  if (change === "withdraw") {
    const withdrawn = await withdrawLink(database, viewer, account.id, now());
    return withdrawn
      ? finish("Đã thu hồi liên kết: không ai mở được nữa.")
      : refuse("Không còn liên kết nào để thu hồi.");
  }
  if (change === "deactivate" && confirmed !== "yes") return refuse("Đánh dấu vào ô xác nhận rồi bấm nút.");
  const active = change === "activate";
  const outcome = await setAccountActive(database, viewer, { accountId: account.id, active, at: now() });
  if (outcome !== "done") return refuse(REFUSALS[outcome]);
  return finish(active ? "Đã mở khóa tài khoản." : "Đã khóa tài khoản và đăng xuất khỏi mọi máy.");
}

export default function AccountOfOther() {
  const { account, linkUntil, own, unit, units, local } = useLoaderData<typeof loader>();
  const outcome: Outcome = useActionData<typeof action>() ?? NOTHING;
  const t = useWords();
  const { displayName, role, sector } = account;
  const stored = { displayName, role, unit, sector: sector ?? "" };
  return (
    <>
      <p className="back">
        <Link to="/accounts">{t("← Tài khoản")}</Link>
      </p>
      <header className="page-header">
        <div>
          <h1>{account.displayName}</h1>
          <p className="muted">{account.username}</p>
        </div>
      </header>
      <DoneNotice message={outcome.done} />
      {outcome.link && (
        <LinkToSend link={outcome.link} local={local}>
          <h2>
            {account.state === "in-use"
              ? t("Liên kết đặt mật khẩu mới cho {name}", { name: account.displayName })
              : t("Liên kết mời {name}", { name: account.displayName })}
          </h2>
        </LinkToSend>
      )}
      {own ? (
        <p className="notice">
          {t("Đây là tài khoản của bạn.")} <Link to="/account">{t("Đổi tên hiển thị, mật khẩu, ngôn ngữ")}</Link>
        </p>
      ) : (
        <AccountSteps state={account.state} linkUntil={linkUntil} refusal={outcome.refusal} name={displayName} />
      )}
      <AccountForm units={units} values={outcome.values ?? stored} problems={outcome.problems} />
    </>
  );
}
