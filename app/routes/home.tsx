import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { codeIn, normalizeCode } from "~/collection-points/code";
import { invitationIn, invitationPath, looksLikeInvitation } from "~/collection-points/invitation";
import { HomePage } from "~/components/home-page";
import { languageOf, textFor } from "~/i18n";
import { readMark } from "~db/repositories/database-marks";
import { hasPublished } from "~db/repositories/publications";

export const handle = { hydrate: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const text = textFor(languageOf(data?.language));
  return [{ title: `${text.home.title} – ${text.product.name}` }, { name: "description", content: text.home.promise }];
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const language = languageOf(searchParams.get("lang"));
  const typed = searchParams.get("code");
  if (looksLikeInvitation(typed ?? "")) return redirect(invitationPath(invitationIn(typed ?? ""), { language }));
  const code = normalizeCode(codeIn(typed ?? ""));
  if (code !== "") return redirect(`/k/${encodeURIComponent(code)}${language === "en" ? "?lang=en" : ""}`);
  const missing = typed !== null;
  const simulated = (await readMark(context.database, "simulated")) !== null;
  const published = await hasPublished(context.database);
  const { province } = context.settings;
  return data({ language, province, missing, simulated, published }, { status: missing ? 422 : 200 });
}

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
