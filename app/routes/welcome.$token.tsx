import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { displayName } from "~/access/account-input";
import { acceptLink, openLink } from "~/access/account-links.server";
import { newPasswordFields, PASSWORDS_DIFFER } from "~/access/password-rule";
import { DeadLink } from "~/components/office/dead-link";
import { WelcomeForm } from "~/components/office/welcome-form";
import { sessionCookie, todayOf } from "~/http/session.server";
import { languageOf } from "~/i18n";
import { pageTitle } from "~/i18n/page-title";
import { LanguageProvider, useText } from "~/i18n/use-text";

export const handle = { area: "office" };

export const meta: MetaFunction<typeof loader> = ({ matches }) => [
  ...pageTitle(matches, "Nhận tài khoản"),
  { name: "robots", content: "noindex" },
];

/** What the link of an invitation or of a new password opens; a spent one says so and what to do. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const moment = { now: context.now(), today: todayOf(context) };
  const opened = await openLink(context.database, params.token ?? "", moment);
  const asked = new URL(request.url).searchParams.get("lang");
  const { province } = context.settings;
  const headers = { "Cache-Control": "private, no-store" };
  if (!opened.ok) {
    const status = opened.failure === "unknown" ? 404 : 410;
    return data({ language: languageOf(asked), province, failure: opened.failure, account: null }, { status, headers });
  }
  const { username, displayName: name, role, unitName, invitedBy, firstUse, language } = opened.account;
  const account = { username, displayName: name, role, unitName, invitedBy, firstUse };
  return data({ language: languageOf(asked ?? language), province, failure: null, account }, { headers });
}

const welcomeSchema = z
  .object({ displayName, ...newPasswordFields })
  .refine((input) => input.next === input.again, PASSWORDS_DIFFER);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const values = Object.fromEntries(await request.formData()) as Record<string, string>;
  const moment = { now: context.now(), today: todayOf(context) };
  // A link that opens nothing says so before anything is asked of what was typed: the loader tells which way it is spent.
  if (!(await openLink(context.database, params.token ?? "", moment)).ok)
    return redirect(new URL(request.url).pathname, 303);
  const parsed = welcomeSchema.safeParse(values);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
    return data({ problems, displayName: values.displayName ?? "" }, { status: 422 });
  }
  const { displayName: name, next: password } = parsed.data;
  const taking = { displayName: name, password, now: context.now() };
  const session = await acceptLink(context.database, params.token ?? "", taking);
  if (!session) return redirect(new URL(request.url).pathname, 303);
  return redirect("/surveys", { status: 303, headers: { "Set-Cookie": await sessionCookie(context, session) } });
}

export default function Welcome() {
  const { language, province, failure, account } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <LanguageProvider value={language}>
      <main id="content" className="sign-in">
        <Brand province={province} />
        {account ? <WelcomeForm account={account} refused={refused} /> : <DeadLink failure={failure ?? "unknown"} />}
      </main>
    </LanguageProvider>
  );
}

function Brand({ province }: { province: string }) {
  const { product } = useText();
  return (
    <p className="sign-in-brand">
      {product.name} <span>{province}</span>
    </p>
  );
}
