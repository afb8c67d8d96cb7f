import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { ACTIVITY_KINDS } from "~/access/activity";
import { ActivityParticulars } from "~/components/office/activity-detail";
import { SelectField } from "~/components/office/select-field";
import { TableRegion } from "~/components/office/table-region";
import { requireViewer, todayOf } from "~/http/session.server";
import { ACTIVITY_NAMES } from "~/i18n/activity-names";
import { formatMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { listAccounts } from "~db/repositories/accounts";
import { listActivities } from "~db/repositories/activities";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Nhật ký hoạt động");

/** Rows on one page. */
const SHOWN = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "manage-accounts");
  const address = new URL(request.url).searchParams;
  const number = (name: string) => (/^[1-9]\d{0,14}$/.test(address.get(name) ?? "") ? Number(address.get(name)) : null);
  const asked = {
    kind: ACTIVITY_KINDS.find((kind) => kind === address.get("kind")) ?? null,
    person: number("person"),
    before: number("before"),
  };
  const { database, settings } = context;
  const moment = { today: todayOf(context), now: context.now() };
  // One more than is shown tells whether there are older ones.
  const rows = await listActivities(database, viewer, { ...asked, today: moment.today, limit: SHOWN + 1 });
  const people = await listAccounts(database, viewer, moment);
  return {
    asked,
    older: rows.length > SHOWN ? (rows[SHOWN - 1]?.id ?? null) : null,
    people: people.map(({ id, displayName, username }) => ({ id, label: `${displayName} (${username})` })),
    rows: rows.slice(0, SHOWN).map((row) => ({
      ...row,
      kind: ACTIVITY_KINDS.find((kind) => kind === row.kind) ?? null,
      at: formatMoment(new Date(row.at), settings.timeZone),
    })),
  };
}

/** Who did what and when, the latest first. */
export default function Activities() {
  const { asked, older, people, rows } = useLoaderData<typeof loader>();
  const t = useWords();
  const filter = new URLSearchParams();
  if (asked.kind) filter.set("kind", asked.kind);
  if (asked.person) filter.set("person", String(asked.person));
  return (
    <>
      <p className="back">
        <Link to="/accounts">{t("← Tài khoản")}</Link>
      </p>
      <header className="page-header">
        <div>
          <h1>{t("Nhật ký hoạt động")}</h1>
          <p>
            {t(
              "Việc do tài khoản trong phạm vi làm, và việc hệ thống tự làm với đợt khảo sát của họ. Không ghi câu trả lời của ai.",
            )}
          </p>
        </div>
      </header>
      <Form method="get" className="field-row" key={String(filter)}>
        <SelectField
          name="kind"
          label={t("Việc")}
          placeholder={t("Tất cả")}
          value={asked.kind ?? ""}
          options={ACTIVITY_KINDS.map((value) => ({ value, label: t(ACTIVITY_NAMES[value]) }))}
        />
        <SelectField
          name="person"
          label={t("Người làm")}
          placeholder={t("Tất cả")}
          value={String(asked.person ?? "")}
          options={people.map(({ id, label }) => ({ value: String(id), label }))}
        />
        <button type="submit" className="button button-quiet">
          {t("Xem")}
        </button>
        {filter.size > 0 && <Link to="/activities">{t("Bỏ lọc")}</Link>}
      </Form>
      {rows.length === 0 ? (
        <p className="notice">{t("Chưa có việc nào như vậy được ghi lại.")}</p>
      ) : (
        <TableRegion label={t("Nhật ký hoạt động")}>
          <table className="stacked">
            <thead>
              <tr>
                <th scope="col">{t("Lúc")}</th>
                <th scope="col">{t("Người làm")}</th>
                <th scope="col">{t("Việc")}</th>
                <th scope="col">{t("Về")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.at}</th>
                  <td data-label={t("Người làm")}>{row.by ?? t("Hệ thống tự làm")}</td>
                  <td data-label={t("Việc")}>
                    {row.kind && t(ACTIVITY_NAMES[row.kind])}
                    <ActivityParticulars detail={row.detail} />
                  </td>
                  <td data-label={t("Về")}>
                    {row.surveyId !== null && row.surveyTitle !== null ? (
                      <Link to={`/surveys/${row.surveyId}`}>{row.surveyTitle}</Link>
                    ) : (
                      (row.subject ?? row.unitName)
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      <p className="pager">
        {asked.before !== null && <Link to={`?${filter}`}>{t("Về những việc mới nhất")}</Link>}
        {older !== null && (
          <Link
            className="button button-quiet"
            rel="next"
            to={`?${new URLSearchParams([...filter, ["before", String(older)]])}`}
          >
            {t("Việc cũ hơn →")}
          </Link>
        )}
      </p>
    </>
  );
}
