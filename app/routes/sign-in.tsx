import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { accountOf, signIn } from "~/access/sign-in.server";
import { SignInForm } from "~/components/office/sign-in-form";
import { SimulatedBanner } from "~/components/simulated-banner";
import { findSignedIn, safeNext, sessionCookie, todayOf } from "~/http/session.server";
import { forgetSignInTries, signInLimit } from "~/http/sign-in-limit";
import { languageOf } from "~/i18n";
import { pageTitle } from "~/i18n/page-title";
import { LanguageProvider } from "~/i18n/use-text";
import { readMark } from "~db/repositories/database-marks";

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Đăng nhập");
export const handle = { area: "office" };

const NOT_FITTING =
  "Tên đăng nhập hoặc mật khẩu không đúng. Xin kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi thử lại.";

const signInSchema = z.object({
  username: z.string().trim().min(1, "Nhập tên đăng nhập.").max(100, NOT_FITTING),
  password: z.string().min(1, "Nhập mật khẩu.").max(500, NOT_FITTING),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const address = new URL(request.url).searchParams;
  const next = safeNext(address.get("next"));
  if (await findSignedIn(request, context)) throw redirect(next);
  return {
    language: languageOf(address.get("lang")),
    next,
    province: context.settings.province,
    simulated: (await readMark(context.database, "simulated")) !== null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  const parsed = signInSchema.safeParse(Object.fromEntries(form));
  const username = String(form.get("username") ?? "");
  if (!parsed.success) {
    const messages = [...new Set(parsed.error.issues.map((issue) => issue.message))];
    return data({ messages, username }, { status: 422 });
  }
  const waitSeconds = await signInLimit(context.clientAddress, parsed.data.username);
  if (waitSeconds > 0) {
    const messages = [`Sai quá nhiều lần. Xin thử lại sau ${Math.ceil(waitSeconds / 60)} phút.`];
    return data({ messages, username }, { status: 429, headers: { "Retry-After": String(waitSeconds) } });
  }
  const token = await signIn(context.database, { ...parsed.data, now: context.now() });
  if (!token) return data({ messages: [NOT_FITTING], username }, { status: 422 });
  await forgetSignInTries(parsed.data.username);
  // Interviewers have one page of their own, and no survey to look at.
  const account = await accountOf(context.database, { token, now: context.now(), today: todayOf(context) });
  const isAsked = new URL(request.url).searchParams.has("next");
  return redirect(account?.role === "interviewer" && !isAsked ? "/interview" : next, {
    headers: { "Set-Cookie": await sessionCookie(context, token) },
  });
}

export default function SignIn() {
  const { language, next, province, simulated } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <LanguageProvider value={language}>
      <main id="content" className="sign-in">
        {simulated && <SimulatedBanner />}
        <SignInForm province={province} failure={failure} next={next} />
      </main>
    </LanguageProvider>
  );
}
