import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { describeError } from "~/components/describe-error";
import { ErrorPage } from "~/components/error-page";
import { useRequestFacts } from "~/components/request-facts";
import { documentKind } from "~/components/route-handle";
// Vite bundles a worker's entry into one file without imports: just what a small script beside a page is as well.
import formScript from "~/form-script/form.ts?worker&url";
import kioskScript from "~/form-script/kiosk.ts?worker&url";
import proofWorker from "~/form-script/proof.ts?worker&url";
import serviceWorker from "~/form-script/service-worker.ts?worker&url";
import { languageOf, textFor } from "~/i18n";
import { resultsPath } from "~/snapshots/published";
import icon from "~/styles/icon.svg?url&no-inline";
import officeStyles from "~/styles/office.css?url";
import publicStyles from "~/styles/public.css?url";

export function loader({ context }: LoaderFunctionArgs) {
  return { province: context.settings.province };
}

export const shouldRevalidate = () => false;

/** The document of every page. Pages of citizens get one small stylesheet and no script. */
export function Layout({ children }: { children: ReactNode }) {
  const { nonce, failed: failedInside } = useRequestFacts();
  const failed = useRouteError() != null;
  const kind = documentKind(useMatches().map(({ handle }) => handle));
  const hydrate = kind.hydrate && !failed && !failedInside;
  return (
    <html lang={usePageLanguage()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {failed ? <title>{`${textFor("vi").errors.otherTitle} – ${textFor("vi").product.name}`}</title> : <Meta />}
        <link rel="icon" type="image/svg+xml" href={icon} />
        <link rel="stylesheet" href={kind.area === "office" && !failed ? officeStyles : publicStyles} />
        <Links />
        {kind.script && !failed && (
          <script
            src={kind.script === "kiosk" ? kioskScript : formScript}
            defer
            data-worker={serviceWorker}
            data-prover={proofWorker}
          />
        )}
      </head>
      <body>
        {children}
        {hydrate && <ScrollRestoration nonce={nonce} />}
        {hydrate && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

/** The language that a page's loader chose, else the one in the address. */
function usePageLanguage() {
  const { search } = useLocation();
  const chosen = useMatches().findLast(({ data }) => hasLanguage(data))?.data;
  return hasLanguage(chosen) ? languageOf(chosen.language) : languageOf(new URLSearchParams(search).get("lang"));
}

function hasLanguage(data: unknown): data is { language: string } {
  return typeof data === "object" && data !== null && "language" in data && typeof data.language === "string";
}

export default function App() {
  return <Outlet />;
}

/** Every failure that no page of its own answers ends here. Logging is done once, in entry.server. */
export function ErrorBoundary() {
  const error = useRouteError();
  const facts = useRequestFacts();
  const province = useRouteLoaderData<typeof loader>("root")?.province ?? facts.province ?? "";
  const language = usePageLanguage();
  const { status, detail } = describeError(error);
  const wayOn = useLocation().pathname.startsWith("/results/")
    ? { name: textFor(language).results.all, address: resultsPath({ language }) }
    : null;
  return <ErrorPage {...{ status, language, province, detail, wayOn }} requestId={facts.requestId} />;
}
