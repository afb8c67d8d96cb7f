import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { cameFrom } from "~/http/came-from.server";
import { requireViewer } from "~/http/session.server";
import { languageOf } from "~/i18n";
import { changeOwnLanguage } from "~db/repositories/accounts";

/** Changes the language of one's own screens and leads back to the page on which that was asked. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { account } = await requireViewer(request, context);
  const language = languageOf(String((await request.formData()).get("language")));
  await changeOwnLanguage(context.database, account.id, language);
  return redirect(cameFrom(request, "/account"), 303);
}

export function loader() {
  return redirect("/account");
}
