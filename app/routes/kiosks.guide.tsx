import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ENROLMENT_PATH } from "~/collection-points/kiosk";
import { KioskGuide } from "~/components/office/kiosk-guide";
import { requireViewer } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Hướng dẫn đặt máy tính bảng");

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireViewer(request, context, "run-kiosks");
  return { address: context.settings.publicUrl + ENROLMENT_PATH };
}

export default function Guide() {
  const t = useWords();
  const { address } = useLoaderData<typeof loader>();
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/kiosks">{t("Máy tính bảng")}</Link>
          </p>
          <h1>{t("Hướng dẫn đặt máy tính bảng")}</h1>
        </div>
      </header>
      <p className="muted">{t("Một trang, in ra để cạnh máy được.")}</p>
      <KioskGuide address={address} />
    </>
  );
}
