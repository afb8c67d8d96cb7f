import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { isAllowed } from "~/access/roles";
import { describeError } from "~/components/describe-error";
import { BareOfficeError, OfficeError } from "~/components/office/office-error";
import { OfficeShell } from "~/components/office-shell";
import { useRequestFacts } from "~/components/request-facts";
import { SimulatedBanner } from "~/components/simulated-banner";
import { requireViewer } from "~/http/session.server";
import { ROLE_NAMES } from "~/i18n/names";
import { readMark } from "~db/repositories/database-marks";

export const handle = { area: "office" };

/** Title of what has none of its own: the page of a failure. */
export const meta: MetaFunction = () => [{ title: "Trang không mở được – Hài Lòng" }];

/** The frame of every officers' page; each page checks for itself what its viewer may do. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireViewer(request, context);
  const navigation = [
    { to: "/surveys", label: "Đợt khảo sát", shown: isAllowed(account.role, "see-results") },
    { to: "/questionnaires", label: "Mẫu phiếu", shown: true },
    { to: "/units", label: "Đơn vị", shown: true },
    { to: "/tasks", label: "Nhiệm vụ Phụ lục 03", shown: true },
    { to: "/kiosks", label: "Máy tính bảng", shown: isAllowed(account.role, "run-kiosks") },
    { to: "/accounts", label: "Tài khoản", shown: isAllowed(account.role, "manage-accounts") },
  ];
  return {
    province: context.settings.province,
    account: { name: account.displayName, role: ROLE_NAMES[account.role] },
    navigation: navigation.flatMap(({ shown, ...entry }) => (shown ? [entry] : [])),
    simulated: (await readMark(context.database, "simulated")) !== null,
  };
}

export default function Office() {
  return <Frame {...useLoaderData<typeof loader>()} />;
}

/** A page inside that is refused or fails leaves the frame standing, so that its reader can go on from there. */
export function ErrorBoundary() {
  const frame = useRouteLoaderData<typeof loader>("routes/office");
  const { province, requestId } = useRequestFacts();
  const error = { ...describeError(useRouteError()), requestId };
  if (!frame) return <BareOfficeError {...error} province={province ?? ""} />;
  return (
    <Frame {...frame}>
      <OfficeError {...error} />
    </Frame>
  );
}

function Frame({
  simulated,
  children = <Outlet />,
  ...shell
}: ReturnType<typeof useLoaderData<typeof loader>> & { children?: ReactNode }) {
  return (
    <OfficeShell {...shell}>
      {simulated && <SimulatedBanner />}
      {children}
    </OfficeShell>
  );
}
