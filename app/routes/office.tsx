import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { describeError } from "~/components/describe-error";
import { BareOfficeError, OfficeError } from "~/components/office/office-error";
import { OfficeShell } from "~/components/office-shell";
import { useRequestFacts } from "~/components/request-facts";
import { SimulatedBanner } from "~/components/simulated-banner";
import { officeFrame } from "~/http/office-frame.server";
import { requireViewer } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { LanguageProvider } from "~/i18n/use-text";

export const handle = { area: "office" };

/** Title of what has none of its own: the page of a failure. */
export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Trang không mở được");

/** The frame of every officers' page; each page checks for itself what its viewer may do. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireViewer(request, context);
  return officeFrame(context, account);
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
  language,
  children = <Outlet />,
  ...shell
}: ReturnType<typeof useLoaderData<typeof loader>> & { children?: ReactNode }) {
  return (
    <LanguageProvider value={language}>
      <OfficeShell {...shell}>
        {simulated && <SimulatedBanner />}
        {children}
      </OfficeShell>
    </LanguageProvider>
  );
}
