import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { describeError } from "~/components/describe-error";
import { BareOfficeError, OfficeError } from "~/components/office/office-error";
import { ReadingProgress } from "~/components/office/reading-progress";
import { OfficeShell } from "~/components/office-shell";
import { useRequestFacts } from "~/components/request-facts";
import { SimulatedBanner } from "~/components/simulated-banner";
import { officeFrame } from "~/http/office-frame.server";
import { requireViewer } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { LanguageProvider } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { ReadingProgress as Progress } from "~/indices/reading-progress";

export const handle = { area: "office" };

/** Title of what has none of its own: the page of a failure. */
export const meta: MetaFunction<typeof loader> = ({ matches, error }) =>
  pageTitle(matches, progressOf(error) ? "Đang tính từ các phiếu" : "Trang không mở được");

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
  const t = useWords();
  const thrown = useRouteError();
  const error = { ...describeError(thrown), requestId };
  if (!frame) return <BareOfficeError {...error} province={province ?? ""} />;
  const progress = progressOf(thrown);
  return (
    <Frame {...frame}>
      {progress ? (
        <ReadingProgress heading={t("Đang tính từ các phiếu")} progress={progress} inPlace />
      ) : (
        <OfficeError {...error} />
      )}
    </Frame>
  );
}

/** How far the page is, where it is thrown (`patiently`) and no failure. */
function progressOf(thrown: unknown): Progress | null {
  return isRouteErrorResponse(thrown) && thrown.status === 202
    ? (thrown.data as { progress: Progress }).progress
    : null;
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
