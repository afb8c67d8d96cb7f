import type { AppLoadContext } from "@remix-run/node";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { isAllowed } from "~/access/roles";
import { type SignedIn, viewerOf } from "~/access/sign-in.server";
import type { ToldError } from "~/components/describe-error";
import { BareOfficeError, OfficeError } from "~/components/office/office-error";
import { OfficeShell } from "~/components/office-shell";
import { SimulatedBanner } from "~/components/simulated-banner";
import { textFor } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import { LanguageProvider } from "~/i18n/use-text";
import { say } from "~/i18n/words";
import officeStyles from "~/styles/office.css?url";
import { findSurvey } from "~db/repositories/surveys";
import { officeFrame } from "./office-frame.server";
import { findSignedIn, todayOf } from "./session.server";

/**
 * A file, or a page in the office's frame that says why there is none: a route without a page of its own would send the reason as bare text.
 * Redirects and failures of ours pass through.
 */
export async function fileOrPage(
  { request, context }: { request: Request; context: AppLoadContext },
  file: Promise<Response>,
): Promise<Response> {
  try {
    return await file;
  } catch (thrown) {
    if (!(thrown instanceof Response) || thrown.status < 400) throw thrown;
    const error = { ...(await readTold(thrown)), status: thrown.status };
    const account = await findSignedIn(request, context);
    const body = account ? (
      <Framed frame={await officeFrame(context, account)}>
        <OfficeError {...error} back={await wayBack(new URL(request.url).pathname, context, account)} />
      </Framed>
    ) : (
      <BareOfficeError {...error} province={context.settings.province} />
    );
    return new Response(
      `<!DOCTYPE html>${renderToStaticMarkup(<Document language={account?.language ?? "vi"}>{body}</Document>)}`,
      {
        status: thrown.status,
        headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store" },
      },
    );
  }
}

/** What was thrown: a sentence, or a {@link refusal}. */
async function readTold(thrown: Response): Promise<ToldError> {
  if (thrown.headers.get("Content-Type")?.startsWith("application/json")) return (await thrown.json()) as ToldError;
  return { detail: (await thrown.text()) || undefined };
}

/** The survey that the file belongs to, by its name, where its reader may open it; else the list. */
async function wayBack(pathname: string, context: AppLoadContext, account: SignedIn) {
  const [, list = "", id = ""] = pathname.split("/");
  if (list === "surveys" && /^[1-9]\d{0,14}$/.test(id) && isAllowed(account.role, "see-results")) {
    const survey = await findSurvey(context.database, viewerOf(account), Number(id), todayOf(context));
    if (survey)
      return {
        address: `/surveys/${survey.id}`,
        label: say(account.language, "Về đợt “{title}”", { title: survey.title }),
      };
  }
  return { address: `/${list}`, label: textFor(account.language).office.back };
}

function Framed({ frame, children }: { frame: Awaited<ReturnType<typeof officeFrame>>; children: ReactNode }) {
  const { simulated, language, ...shell } = frame;
  return (
    <LanguageProvider value={language}>
      <OfficeShell {...shell} routed={false}>
        {simulated && <SimulatedBanner />}
        {children}
      </OfficeShell>
    </LanguageProvider>
  );
}

function Document({ language, children }: { language: Language; children: ReactNode }) {
  const { errors, product } = textFor(language);
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${errors.otherTitle} – ${product.name}`}</title>
        <link rel="stylesheet" href={officeStyles} />
      </head>
      <body>{children}</body>
    </html>
  );
}
