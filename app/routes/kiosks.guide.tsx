import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ENROLMENT_PATH } from "~/collection-points/kiosk";
import { KioskGuide } from "~/components/office/kiosk-guide";
import { requireViewer } from "~/http/session.server";

export const meta: MetaFunction = () => [{ title: "Hướng dẫn đặt máy tính bảng – Hài Lòng" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireViewer(request, context, "run-kiosks");
  return { address: context.settings.publicUrl + ENROLMENT_PATH };
}

export default function Guide() {
  const { address } = useLoaderData<typeof loader>();
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/kiosks">Máy tính bảng</Link>
          </p>
          <h1>Hướng dẫn đặt máy tính bảng</h1>
        </div>
      </header>
      <p className="muted">Một trang, in ra để cạnh máy được.</p>
      <KioskGuide address={address} />
    </>
  );
}
