import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { TableRegion } from "~/components/office/table-region";
import { requireViewer } from "~/http/session.server";
import { capitalized, SECTOR_NAMES } from "~/i18n/names";
import { uncheckedWording } from "~/questionnaires/wording-state";
import { listVersions } from "~db/repositories/questionnaire-versions";

export const meta: MetaFunction = () => [{ title: "Mẫu phiếu khảo sát – Hài Lòng" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireViewer(request, context, "see-results");
  return { versions: await listVersions(context.database) };
}

export default function Questionnaires() {
  const { versions } = useLoaderData<typeof loader>();
  return (
    <>
      <header className="page-header">
        <h1>Mẫu phiếu khảo sát</h1>
      </header>
      <p className="notice">
        Câu chữ của các mẫu phiếu chính thức lấy từ nguồn ghi cạnh từng mẫu và chưa được so với bản có chữ ký. Cơ quan
        chủ trì cần đối chiếu bản gốc trước khi dùng.
      </p>
      <TableRegion label="Bảng mẫu phiếu">
        <table>
          <thead>
            <tr>
              <th scope="col">Mẫu phiếu</th>
              <th scope="col">Lĩnh vực</th>
              <th scope="col">Phiên bản</th>
              <th scope="col">Tình trạng</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <tr key={version.id}>
                <th scope="row">
                  <Link to={`/questionnaires/${version.id}`}>{version.title}</Link>
                  <span className="sub">{version.source}</span>
                </th>
                <td>{capitalized(SECTOR_NAMES[version.sector])}</td>
                <td>{version.version}</td>
                <td>
                  {!version.verified && <span className="badge badge-caution">{uncheckedWording(version.source)}</span>}
                  {!version.collectable && <span className="badge">Chỉ để so sánh các năm</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </>
  );
}
