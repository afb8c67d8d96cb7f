import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DateField } from "~/components/office/date-field";
import { UnitLineage } from "~/components/office/unit-lineage";
import { UnitsTable } from "~/components/office/units-table";
import { requireViewer, todayOf } from "~/http/session.server";
import { formatCount } from "~/i18n/numbers";
import { browseUnits } from "~/units/browse-units";
import { listLineage, listUnits } from "~db/repositories/units";

export const meta: MetaFunction = () => [{ title: "Đơn vị – Hài Lòng" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "see-results");
  const address = new URL(request.url).searchParams;
  const on = z.iso.date().safeParse(address.get("on")).data ?? todayOf(context);
  const search = (address.get("q") ?? "").slice(0, 100);
  const units = await listUnits(context.database, viewer, { on });
  const browsed = browseUnits(units, { under: address.get("under"), search });
  const current = browsed.path.at(-1) ?? null;
  const lineage = current ? await listLineage(context.database, current.id) : [];
  return { ...browsed, current, lineage, on, search, total: units.length };
}

export default function Units() {
  const { path, listed, found, current, lineage, on, search, total } = useLoaderData<typeof loader>();
  return (
    <>
      <header className="page-header">
        <div>
          {(current || search) && (
            <p className="breadcrumb">
              <Link to={`/units?on=${on}`}>Đơn vị</Link>
              {path.slice(0, -1).map((unit) => (
                <span key={unit.key}>
                  {" › "}
                  <Link to={`/units?on=${on}&under=${unit.key}`}>{unit.name}</Link>
                </span>
              ))}
            </p>
          )}
          <h1>{current?.name ?? "Đơn vị"}</h1>
        </div>
      </header>
      <Form method="get" className="field-row">
        <div className="field">
          <label htmlFor="q">Tìm theo tên hoặc mã (gõ không dấu cũng được)</label>
          <input id="q" name="q" type="search" defaultValue={search} placeholder="Ví dụ: hac thanh, 14797" />
        </div>
        <DateField name="on" label="Danh sách đơn vị vào ngày" value={on} />
        <button type="submit" className="button button-quiet">
          Xem
        </button>
      </Form>
      <p className="muted">{countSentence({ found, listed: listed.length, total, search })}</p>
      {listed.length > 0 && <UnitsTable units={listed} on={on} />}
      {listed.length === 0 && (
        <p className="empty-state">{search ? "Không có đơn vị nào khớp." : "Không có đơn vị trực thuộc."}</p>
      )}
      {current && lineage.length > 0 && <UnitLineage unitId={current.id} edges={lineage} on={on} />}
    </>
  );
}

function countSentence({
  found,
  listed,
  total,
  search,
}: Record<"found" | "listed" | "total", number> & { search: string }) {
  const cut = found > listed ? `, hiện ${formatCount(listed)} đơn vị đầu; gõ tên hoặc mã để thu hẹp` : "";
  if (search !== "") return `${formatCount(found)} đơn vị khớp với “${search}”${cut}.`;
  return `Phạm vi của tài khoản có ${formatCount(total)} đơn vị vào ngày này${cut}. Cơ cấu đổi từ ngày 01/7/2025: chọn một ngày trước đó để xem huyện, xã cũ.`;
}
