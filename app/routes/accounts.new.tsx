import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { accountInputSchema } from "~/access/account-input";
import { createAccount } from "~/access/account-links.server";
import { AccountFields } from "~/components/office/account-fields";
import { LinkToSend } from "~/components/office/link-to-send";
import { ProblemSummary } from "~/components/office/problem-summary";
import { TextField } from "~/components/office/text-field";
import { linkPlaceOf } from "~/http/link-place.server";
import { requireViewer, todayOf } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useNames } from "~/i18n/use-names";
import { useWords } from "~/i18n/use-words";
import { unitLabel } from "~/units/choose-unit";
import { byName } from "~/units/tree-order";
import { listUnits } from "~db/repositories/units";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Mời người dùng");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "manage-accounts");
  const units = await listUnits(context.database, viewer, { on: todayOf(context) });
  return { units: units.sort(byName).map(unitLabel), local: context.settings.publicUrlMissing };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "manage-accounts");
  const values = Object.fromEntries(await request.formData()) as Record<string, string>;
  const refuse = (problems: { field: string; message: string }[]) =>
    data({ created: null, problems, values }, { status: 422 });
  const parsed = accountInputSchema.safeParse(values);
  if (!parsed.success) {
    return refuse(parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })));
  }
  const made = await createAccount(context.database, viewer, parsed.data, linkPlaceOf(context));
  if (!made.ok) return refuse([{ field: made.field, message: made.message }]);
  const { username, displayName, role } = parsed.data;
  const created = { id: made.accountId, username, displayName, role, unitName: made.unit.name, link: made.link };
  return data({ created, problems: [], values: {} as Record<string, string> });
}

/** A new person: named, given a role over a part of the tree, and invited by a link. */
export default function NewAccount() {
  const { units, local } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const t = useWords();
  const { roles } = useNames();
  const { created = null, problems = [], values = {} } = outcome ?? {};
  return (
    <>
      <p className="back">
        <Link to="/accounts">{t("← Tài khoản")}</Link>
      </p>
      <header className="page-header">
        <h1>{t("Mời người dùng")}</h1>
      </header>
      {created && (
        <LinkToSend link={created.link} local={local}>
          <h2>
            {t("Đã tạo tài khoản {username} cho {name}", { username: created.username, name: created.displayName })}
          </h2>
          <p>
            {t("Vai trò: {role}. Phạm vi: {unit}.", { role: roles[created.role], unit: created.unitName })}{" "}
            <Link to={`/accounts/${created.id}`}>{t("Sửa tài khoản này")}</Link>
          </p>
        </LinkToSend>
      )}
      <p>{t("Người được mời tự đặt mật khẩu qua liên kết; không ai khác biết mật khẩu ấy.")}</p>
      {/* Made anew once an account was made: what was typed for the last person must not be sent for the next. */}
      <Form key={created?.id ?? 0} method="post" className="form-stack" noValidate>
        <ProblemSummary problems={problems} />
        <TextField
          name="username"
          label={t("Tên đăng nhập")}
          hint={t(
            "3 đến 40 ký tự, viết liền không dấu; được dùng chữ số, dấu chấm, gạch ngang, gạch dưới. Ví dụ: nguyenvanan, ubnd.hacthanh",
          )}
          value={values.username}
          problems={problems}
          autoComplete="off"
        />
        <AccountFields units={units} values={values} problems={problems} />
        <button type="submit" className="button" disabled={busy}>
          {t("Tạo tài khoản và liên kết mời")}
        </button>
      </Form>
    </>
  );
}
