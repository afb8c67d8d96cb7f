import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import { OfficeShell } from "~/components/office-shell";
import { SimulatedBanner } from "~/components/simulated-banner";
import { requireViewer } from "~/http/session.server";
import { ROLE_NAMES } from "~/i18n/names";
import { readMark } from "~db/repositories/database-marks";

export const handle = { area: "office" };

/** The frame of every officers' page; each page checks for itself what its viewer may do. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireViewer(request, context);
  const navigation = [
    { to: "/surveys", label: "Đợt khảo sát", shown: isAllowed(account.role, "see-results") },
    { to: "/questionnaires", label: "Mẫu phiếu", shown: true },
    { to: "/units", label: "Đơn vị", shown: true },
    { to: "/tasks", label: "Nhiệm vụ Phụ lục 03", shown: true },
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
  const { simulated, ...shell } = useLoaderData<typeof loader>();
  return (
    <OfficeShell {...shell}>
      {simulated && <SimulatedBanner />}
      <Outlet />
    </OfficeShell>
  );
}
