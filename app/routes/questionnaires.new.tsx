import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { DraftStartChoice } from "~/components/office/draft-start-choice";
import { DraftStartForm } from "~/components/office/draft-start-form";
import { requireViewer, todayOf } from "~/http/session.server";
import { placeNameOf } from "~/i18n/names";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { readDraftStart } from "~/questionnaires/read-draft-start";
import { startDraft } from "~/questionnaires/start-draft.server";
import { likelyOwner, listOwners } from "~/surveys/owners.server";
import { findBaseVersion } from "~db/repositories/own-versions";
import { listVersions } from "~db/repositories/questionnaire-versions";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Soạn mẫu phiếu");

/** First from what to begin (`?version=`, `?from=blank`, `?from=file`), then what that needs. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-questionnaires");
  const { database } = context;
  const search = new URL(request.url).searchParams;
  const owners = await listOwners(database, viewer, { today: todayOf(context) });
  const variantName = `Biến thể ${placeNameOf(context.settings.province)}`;
  const chosen = Number(search.get("version"));
  const found = Number.isSafeInteger(chosen) && chosen > 0 ? await findBaseVersion(database, viewer, chosen) : null;
  const base = found && (viewer.sector === null || viewer.sector === found.sector) ? found : null;
  const from = base ? "version" : search.get("from");
  if (from !== "version" && from !== "blank" && from !== "file") {
    const versions = (await listVersions(database)).filter(
      ({ sector }) => viewer.sector === null || viewer.sector === sector,
    );
    return { versions, form: null };
  }
  const sector = base?.sector ?? viewer.sector;
  const owner = sector ? await likelyOwner(database, owners, sector) : owners[0];
  const initial = { title: "", sector: sector ?? "", variantName, ownerUnitId: String(owner?.id ?? "") };
  const about = base && { id: base.id, title: base.title, code: base.code, version: base.version, own: base.own };
  return { versions: [], form: { from, base: about, owners, initial, asksSector: viewer.sector === null } } as const;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-questionnaires");
  const owners = await listOwners(context.database, viewer, { today: todayOf(context) });
  const { values, result } = await readDraftStart(await request.formData(), owners);
  if (!result.ok) return data({ values, ...result.failure }, { status: 422 });
  const place = { ownerUnitId: result.owner.id, ownerName: result.owner.name, now: context.now() };
  const started = await startDraft(context.database, viewer, result.start, place);
  if (started.ok) return redirect(`/questionnaires/drafts/${started.draftId}`);
  const { ok: _failed, ...failure } = started;
  return data({ values, ...failure }, { status: 422 });
}

export default function NewDraft() {
  const { versions, form } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useWords();
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/questionnaires">{t("Mẫu phiếu")}</Link>
          </p>
          <h1>{t("Soạn mẫu phiếu")}</h1>
        </div>
      </header>
      {form ? <DraftStartForm {...form} failure={failure ?? null} /> : <DraftStartChoice versions={versions} />}
    </>
  );
}
