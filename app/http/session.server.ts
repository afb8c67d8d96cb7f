import { type AppLoadContext, createCookie, redirect } from "@remix-run/node";
import { type Action, isAllowed } from "~/access/roles";
import { accountOf, SESSION_HOURS, type SignedIn, viewerOf } from "~/access/sign-in.server";
import type { Viewer } from "~/access/viewer";
import { dayOf } from "~/i18n/dates";

/** Signed, so that a made-up token is turned away before it costs a look into the database. */
function cookieOf({ settings }: AppLoadContext) {
  const { secureCookies: secure, sessionSecret } = settings;
  return createCookie("hailong_session", {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    secrets: [sessionSecret],
  });
}

/** `Set-Cookie` for a new session, or to end one when `token` is null. */
export async function sessionCookie(context: AppLoadContext, token: string | null): Promise<string> {
  return cookieOf(context).serialize(token ?? "", { maxAge: token === null ? 0 : SESSION_HOURS * 3600 });
}

export async function sessionToken(request: Request, context: AppLoadContext): Promise<string | null> {
  const token: unknown = await cookieOf(context).parse(request.headers.get("Cookie"));
  return typeof token === "string" && token !== "" ? token : null;
}

/** The present day in the province. */
export function todayOf(context: AppLoadContext): string {
  return dayOf(context.now(), context.settings.timeZone);
}

export async function findSignedIn(request: Request, context: AppLoadContext): Promise<SignedIn | null> {
  const token = await sessionToken(request, context);
  return token ? accountOf(context.database, { token, now: context.now(), today: todayOf(context) }) : null;
}

/**
 * The signed-in account, which must be allowed the action.
 * @throws a redirect to the sign-in page, or to the password page while a one-time password is in use; 403 otherwise.
 */
export async function requireViewer(
  request: Request,
  context: AppLoadContext,
  action?: Action,
): Promise<{ account: SignedIn; viewer: Viewer }> {
  const account = await findSignedIn(request, context);
  const { pathname, search } = new URL(request.url);
  if (!account) throw redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
  if (account.mustChangePassword && !["/account", "/language"].includes(pathname)) throw redirect("/account");
  if (action && !isAllowed(account.role, action)) {
    throw new Response("Vai trò của tài khoản này không cho phép xem trang hay làm việc đó.", { status: 403 });
  }
  return { account, viewer: viewerOf(account) };
}

/** A path on this site to go on to after signing in; anything else becomes the start page. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : "/surveys";
}
