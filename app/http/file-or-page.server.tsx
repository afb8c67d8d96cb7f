import type { AppLoadContext } from "@remix-run/node";
import { renderToStaticMarkup } from "react-dom/server";
import { BareOfficeError } from "~/components/office/office-error";
import { textFor } from "~/i18n";
import officeStyles from "~/styles/office.css?url";

/**
 * A file, or a page that says why there is none: a route without a page of its own would send the reason as bare text.
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
    const { province } = context.settings;
    const page = { status: thrown.status, detail: (await thrown.text()) || undefined, province };
    // The list that the file belongs to: its own page may be what is refused.
    const back = `/${new URL(request.url).pathname.split("/")[1] ?? ""}`;
    return new Response(`<!DOCTYPE html>${renderToStaticMarkup(<Document {...page} back={back} />)}`, {
      status: thrown.status,
      headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store" },
    });
  }
}

function Document(page: { status: number; detail: string | undefined; province: string; back: string }) {
  const { errors, product } = textFor("vi");
  return (
    <html lang="vi">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${errors.otherTitle} – ${product.name}`}</title>
        <link rel="stylesheet" href={officeStyles} />
      </head>
      <body>
        <BareOfficeError {...page} />
      </body>
    </html>
  );
}
