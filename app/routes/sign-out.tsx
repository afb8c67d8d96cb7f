import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endSession } from "~/access/sign-in.server";
import { sessionCookie, sessionToken } from "~/http/session.server";

export async function action({ request, context }: ActionFunctionArgs) {
  const token = await sessionToken(request, context);
  if (token) await endSession(context.database, token);
  return redirect("/sign-in", { headers: { "Set-Cookie": await sessionCookie(context, null) } });
}

export function loader() {
  return redirect("/surveys");
}
