import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PaperBatchView } from "~/components/office/paper-batch-view";
import { PaperEntryView } from "~/components/office/paper-entry-view";
import { SurveyHeader } from "~/components/office/survey-header";
import { fieldsOf, noBatch, requirePaper } from "~/http/paper-request.server";
import { pageTitle } from "~/i18n/page-title";
import { correctBatch, dropBatch } from "~/responses/change-batch.server";
import { comparedForms, completeBatch, ratesOf, resolveForm } from "~/responses/finish-paper.server";
import { keyForm, openBatch } from "~/responses/key-paper.server";
import { drawnForms, highestKeyed, missingOf } from "~/responses/paper-batch";
import { lastDayOfKeying, whyNoPaper } from "~/responses/paper-standing";
import type { FormProblem } from "~/responses/read-paper-form";
import { showMismatch } from "~/responses/show-mismatch";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) =>
  pageTitle(matches, "{title}: phiếu giấy", { title: shown?.batch.label ?? "Lô phiếu" });

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs, place, moment } = await requirePaper(asked);
  const opened = await openBatch(asked.context.database, viewer, place, today);
  if (!opened) throw noBatch();
  const { batch, questionnaire, entries, progress } = opened;
  const { searchParams } = new URL(asked.request.url);
  const pass = searchParams.get("pass");
  const { seed: _seed, survey: _survey, ...shown } = batch;
  const keyedIn = (wanted: number) => new Set(entries.filter((one) => one.pass === wanted).map(({ number }) => number));
  const [first, second] = [keyedIn(1), keyedIn(2)];
  const drawn = drawnForms(batch);
  const all = Array.from({ length: batch.returned }, (_, index) => index + 1);
  const compared = comparedForms(questionnaire, entries);
  const own = entries.filter((entry) => entry.pass === 1 && entry.enteredBy === viewer.accountId);
  return {
    survey,
    today,
    tabs,
    batch: shown,
    progress,
    barred: whyNoPaper(batch.survey, batch.fieldworkOn, moment.now, moment.timeZone),
    countedUntil: lastDayOfKeying(batch.survey, moment.timeZone),
    missing: missingOf(progress),
    lastKeyed: highestKeyed(entries),
    rates: ratesOf(compared),
    mismatches: compared
      .filter((form) => form.second.resolvedAt === null)
      .map((form) => showMismatch(questionnaire, form.number, form)),
    saved: Number(searchParams.get("saved")) || null,
    done: searchParams.get("done"),
    // Nobody who keys a form is given what was keyed before.
    entry:
      (pass === "1" || pass === "2") && batch.state === "entering"
        ? {
            pass: pass === "1" ? (1 as const) : (2 as const),
            questionnaire,
            open: all.filter((one) =>
              pass === "1" ? !first.has(one) : drawn.has(one) && first.has(one) && !second.has(one),
            ),
            returned: pass === "1" ? batch.returned : progress.drawn,
            storageKey: `hailong.paper.${viewer.accountId}.${batch.id}.${pass}`,
            samePerson: pass === "2" && own.length > 0,
          }
        : null,
  };
}

interface Refused {
  step: string;
  number: number | null;
  problems: FormProblem[];
  values: Record<string, string>;
}

export async function action(asked: ActionFunctionArgs) {
  const { viewer, place, moment } = await requirePaper(asked);
  const { database } = asked.context;
  const fields = await fieldsOf(asked.request);
  const values = new Map(fields);
  const step = values.get("paper.intent") ?? "save";
  const number = Number(values.get("paper.number"));
  const address = `/surveys/${place.surveyId}/paper/${place.batchId}`;
  const refuse = (problems: FormProblem[]) =>
    data({ step, number, problems, values: Object.fromEntries(fields) } satisfies Refused, { status: 422 });
  const steps: Record<string, () => ReturnType<typeof completeBatch>> = {
    finish: () => completeBatch(database, viewer, place, moment),
    resolve: () => resolveForm(database, viewer, { ...place, number }, values, moment),
    edit: () => correctBatch(database, viewer, place, values, moment),
    delete: () => dropBatch(database, viewer, place, values, moment),
  };
  if (Object.hasOwn(steps, step)) {
    const done = await steps[step]?.();
    if (!done) throw noBatch();
    if (!done.ok) return refuse(done.problems);
    return redirect(
      step === "delete" ? `/surveys/${place.surveyId}/paper?done=delete` : `${address}?done=${step}`,
      303,
    );
  }
  const pass = values.get("paper.pass") === "2" ? 2 : 1;
  const keyed = await keyForm(database, viewer, place, { number, pass, fields }, moment);
  if (!keyed) throw noBatch();
  if (keyed.outcome === "refused") return refuse(keyed.problems);
  return redirect(`${address}?pass=${pass}&saved=${number}`, 303);
}

export default function PaperBatchRoute() {
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const { survey, today, tabs, batch, entry } = shown;
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={batch.label} />
      {entry ? (
        <PaperEntryView
          entry={entry}
          barred={shown.barred}
          saved={shown.saved}
          address={`/surveys/${survey.id}/paper/${batch.id}`}
          refused={refused}
        />
      ) : (
        <PaperBatchView {...shown} refused={refused} />
      )}
    </>
  );
}
