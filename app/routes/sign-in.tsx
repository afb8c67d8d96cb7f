import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { accountOf, signIn } from "~/access/sign-in.server";
import { SimulatedBanner } from "~/components/simulated-banner";
import { findSignedIn, safeNext, sessionCookie, todayOf } from "~/http/session.server";
import { forgetSignInTries, signInLimit } from "~/http/sign-in-limit";
import { readMark } from "~db/repositories/database-marks";

export const meta: MetaFunction = () => [{ title: "Đăng nhập – Hài Lòng" }];
export const handle = { area: "office" };

const NOT_FITTING =
  "Tên đăng nhập hoặc mật khẩu không đúng. Xin kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi thử lại.";

const signInSchema = z.object({
  username: z.string().trim().min(1, "Nhập tên đăng nhập.").max(100, NOT_FITTING),
  password: z.string().min(1, "Nhập mật khẩu.").max(500, NOT_FITTING),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  if (await findSignedIn(request, context)) throw redirect(next);
  return {
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
    const message = [...new Set(parsed.error.issues.map((issue) => issue.message))].join(" ");
    return data({ message, username }, { status: 422 });
  }
  const waitSeconds = await signInLimit(context.clientAddress, parsed.data.username);
  if (waitSeconds > 0) {
    const message = `Sai quá nhiều lần. Xin thử lại sau ${Math.ceil(waitSeconds / 60)} phút.`;
    return data({ message, username }, { status: 429, headers: { "Retry-After": String(waitSeconds) } });
  }
  const token = await signIn(context.database, { ...parsed.data, now: context.now() });
  if (!token) return data({ message: NOT_FITTING, username }, { status: 422 });
  await forgetSignInTries(parsed.data.username);
  // Interviewers have one page of their own, and no survey to look at.
  const account = await accountOf(context.database, { token, now: context.now(), today: todayOf(context) });
  const isAsked = new URL(request.url).searchParams.has("next");
  return redirect(account?.role === "interviewer" && !isAsked ? "/interview" : next, {
    headers: { "Set-Cookie": await sessionCookie(context, token) },
  });
}

export default function SignIn() {
  const { province, simulated } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  return (
    <main id="content" className="sign-in">
      {simulated && <SimulatedBanner />}
      <p className="sign-in-brand">
        Hài Lòng <span>{province}</span>
      </p>
      <h1>Đăng nhập</h1>
      <Form method="post" className="form-stack" noValidate aria-describedby={failure ? "sign-in-problem" : undefined}>
        {failure && (
          <p id="sign-in-problem" className="notice notice-error" role="alert">
            {failure.message}
          </p>
        )}
        <div className="field">
          <label htmlFor="username">Tên đăng nhập</label>
          <input
            id="username"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            required
            defaultValue={failure?.username}
          />
        </div>
        <div className="field">
          <label htmlFor="password">Mật khẩu</label>
          <input id="password" name="password" type="password" autoComplete="current-password" required />
        </div>
        <button type="submit" className="button" disabled={busy}>
          Đăng nhập
        </button>
      </Form>
      <p className="muted">Quên mật khẩu? Nhờ quản trị viên cấp lại mật khẩu dùng một lần.</p>
      <p>
        <a href="/">Trang dành cho người dân</a>
      </p>
    </main>
  );
}
