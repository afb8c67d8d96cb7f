import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { apiKeyInputSchema, apiKeyState } from "~/access/api-key";
import { createApiKey } from "~/access/api-keys.server";
import { DoneNotice } from "~/components/office/done-notice";
import { KeyForm } from "~/components/office/key-form";
import { KeysTable } from "~/components/office/keys-table";
import { NewKey } from "~/components/office/new-key";
import { requireViewer, todayOf } from "~/http/session.server";
import { addDays } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import { unitLabel } from "~/units/choose-unit";
import { byName } from "~/units/tree-order";
import { listApiKeys, revokeApiKey } from "~db/repositories/api-keys";
import { listSurveys } from "~db/repositories/surveys";
import { listUnits } from "~db/repositories/units";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Khóa kết nối");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "manage-accounts");
  const { database } = context;
  const today = todayOf(context);
  const units = (await listUnits(database, viewer, { on: today })).sort(byName).map(unitLabel);
  const surveys = (await listSurveys(database, viewer, today))
    .filter(({ owned, status }) => owned && status !== "finalised")
    .map(({ id, title }) => ({ id, title }));
  const keys = (await listApiKeys(database, viewer, today)).map((key) => ({ ...key, state: apiKeyState(key, today) }));
  return { keys, units, surveys, until: addDays(today, 365), token: randomUUID() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "manage-accounts");
  const { database } = context;
  const moment = { now: context.now(), today: todayOf(context) };
  const form = await request.formData();
  if (form.get("change") === "revoke") {
    if (form.get("confirmed") !== "yes") return data(told("Đánh dấu vào ô xác nhận rồi bấm nút."), { status: 422 });
    const revoked = await revokeApiKey(database, viewer, Number(form.get("id")), moment.now);
    return revoked
      ? data({ ...NOTHING, done: "Đã thu hồi khóa: yêu cầu dùng khóa ấy bị từ chối từ bây giờ." })
      : data(told("Không có khóa này trong phạm vi quản trị, hoặc khóa đã được thu hồi."), { status: 404 });
  }
  const values = Object.fromEntries([...form].filter(([, value]) => typeof value === "string")) as Values;
  const scopes = form.getAll("scopes").map(String);
  const refuse = (problems: { field: string; message: string }[]) =>
    data({ ...NOTHING, problems, values, scopes }, { status: 422 });
  const parsed = apiKeyInputSchema(moment.today).safeParse({ ...values, scopes });
  if (!parsed.success)
    return refuse(parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })));
  const { token } = values;
  const opened = token && { form: { token, secret: context.settings.sessionSecret } };
  const made = await createApiKey(database, viewer, parsed.data, { ...moment, ...opened });
  if (!made.ok) return refuse([{ field: made.field, message: made.message }]);
  const { id, key, unit } = made;
  return data({ ...NOTHING, created: { id, key, name: parsed.data.name, unitName: unit.name } });
}

type Values = Readonly<Record<string, string>>;

const NOTHING = {
  created: null as { id: number; key: string; name: string; unitName: string } | null,
  done: null as string | null,
  problem: null as string | null,
  problems: [] as { field: string; message: string }[],
  values: {} as Values,
  scopes: [] as string[],
};

function told(problem: string) {
  return { ...NOTHING, problem };
}

/** Keys with which other systems read results and hand in responses: made, listed and revoked here. */
export default function Keys() {
  const { keys, units, surveys, until, token } = useLoaderData<typeof loader>();
  const { created, done, problem, problems, values, scopes } = useActionData<typeof action>() ?? NOTHING;
  const t = useWords();
  const tell = useMessages();
  return (
    <>
      <p className="back">
        <Link to="/accounts">{t("← Tài khoản")}</Link>
      </p>
      <header className="page-header">
        <h1>{t("Khóa kết nối")}</h1>
      </header>
      <p>
        {t(
          "Phần mềm khác dùng khóa để lấy số liệu đã che hoặc gửi phiếu vào hệ thống, không cần tài khoản. Khóa chỉ thấy đơn vị được chọn và các đơn vị trực thuộc.",
        )}{" "}
        <a href="/api/v1/openapi.json">{t("Mô tả giao diện (OpenAPI)")}</a>
      </p>
      {problem && (
        <p className="notice notice-error" role="alert">
          {tell(problem)}
        </p>
      )}
      <DoneNotice message={done} />
      {created && <NewKey created={created} />}
      <KeysTable keys={keys} />
      {created ? (
        // No form stands here meanwhile: the second of two clicks on its button would send an empty one, and take the key off the screen.
        <p className="actions">
          <Link className="button button-quiet" to="/keys">
            {t("Tạo khóa khác")}
          </Link>
        </p>
      ) : (
        <KeyForm
          token={token}
          units={units}
          surveys={surveys}
          until={until}
          values={values}
          scopes={scopes}
          problems={problems}
        />
      )}
    </>
  );
}
