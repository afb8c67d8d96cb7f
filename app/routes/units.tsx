import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { isAllowed } from "~/access/roles";
import { DateField } from "~/components/office/date-field";
import { UnitChangeLinks } from "~/components/office/unit-change-links";
import { UnitLineage } from "~/components/office/unit-lineage";
import { UnitsTable } from "~/components/office/units-table";
import { requireViewer, todayOf } from "~/http/session.server";
import { KIND_NAMES } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { browseUnits } from "~/units/browse-units";
import { listLineage, listUnits } from "~db/repositories/units";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Đơn vị");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "see-results");
  const address = new URL(request.url).searchParams;
  const on = z.iso.date().safeParse(address.get("on")).data ?? todayOf(context);
  const search = (address.get("q") ?? "").slice(0, 100);
  const units = await listUnits(context.database, viewer, { on });
  const browsed = browseUnits(units, { under: address.get("under"), search });
  const current = browsed.path.at(-1) ?? null;
  const lineage = current ? await listLineage(context.database, current.id) : [];
  const mayChange = isAllowed(viewer.role, "manage-units");
  return { ...browsed, current, lineage, on, search, total: units.length, mayChange };
}

export default function Units() {
  const { path, listed, found, current, lineage, on, search, total, mayChange } = useLoaderData<typeof loader>();
  const t = useWords();
  return (
    <>
      <header className="page-header">
        <div>
          {(current || search) && (
            <p className="breadcrumb">
              <Link to={`/units?on=${on}`}>{t("Đơn vị")}</Link>
              {path.slice(0, -1).map((unit) => (
                <span key={unit.key}>
                  {" › "}
                  <Link to={`/units?on=${on}&under=${unit.key}`}>{unit.name}</Link>
                </span>
              ))}
            </p>
          )}
          <h1>{current?.name ?? t("Đơn vị")}</h1>
          {current && (
            <p className="muted">{t("Mã {code} · {kind}", { code: current.code, kind: KIND_NAMES[current.kind] })}</p>
          )}
        </div>
        <p className="actions">
          <a href={`/units/list.csv?on=${on}`}>{t("Tải danh sách (CSV)")}</a>
          {mayChange && <Link to="/units/changes">{t("Thay đổi đã ghi")}</Link>}
        </p>
      </header>
      <Form method="get" className="field-row">
        <div className="field">
          <label htmlFor="q">{t("Tìm theo tên hoặc mã (gõ không dấu cũng được)")}</label>
          <input id="q" name="q" type="search" defaultValue={search} placeholder={t("Ví dụ: hac thanh, 14797")} />
        </div>
        <DateField name="on" label={t("Danh sách đơn vị vào ngày")} value={on} />
        <button type="submit" className="button button-quiet">
          {t("Xem")}
        </button>
      </Form>
      <p className="muted">
        {search === ""
          ? t("Phạm vi của tài khoản có {n} đơn vị vào ngày này.", { n: formatCount(total) })
          : t("{n} đơn vị khớp với “{search}”.", { n: formatCount(found), search })}{" "}
        {found > listed.length &&
          t("Hiện {n} đơn vị đầu; gõ tên hoặc mã để thu hẹp.", { n: formatCount(listed.length) })}{" "}
        {search === "" && t("Cơ cấu đổi từ ngày 01/7/2025: chọn một ngày trước đó để xem huyện, xã cũ.")}
      </p>
      {listed.length > 0 && <UnitsTable units={listed} on={on} />}
      {listed.length === 0 && (
        <p className="empty-state">{search ? t("Không có đơn vị nào khớp.") : t("Không có đơn vị trực thuộc.")}</p>
      )}
      {current && lineage.length > 0 && <UnitLineage unitId={current.id} edges={lineage} on={on} />}
      {current && mayChange && <UnitChangeLinks unit={current} />}
    </>
  );
}
