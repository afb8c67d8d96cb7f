import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CHANGE_TITLES, UnitChangeForm } from "~/components/office/unit-change-form";
import { requireViewer, todayOf } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { changeUnits, unitsToChange } from "~/units/change-units.server";
import { unitLabel } from "~/units/choose-unit";
import { CHANGE_FORMS } from "~/units/read-change-form";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Thay đổi đơn vị");

const addressSchema = z.object({ form: z.enum(CHANGE_FORMS), unit: z.string().max(100) });

/** What the form is about: the change, the unit and those around it on the day given, which is today unless told. */
async function subjectOf({ request, context }: LoaderFunctionArgs, effectiveOn: string | null) {
  const { viewer } = await requireViewer(request, context, "manage-units");
  const address = addressSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!address.success) throw new Response("Không có trang này.", { status: 404 });
  const { form, unit: key } = address.data;
  const today = todayOf(context);
  const on = z.iso.date().safeParse(effectiveOn).data ?? today;
  const found =
    (await unitsToChange(context.database, viewer, { key, on })) ??
    (await unitsToChange(context.database, viewer, { key, on: today }));
  if (!found) throw new Response("Không có đơn vị này trong phạm vi của tài khoản.", { status: 404 });
  return { form, viewer, today, ...found };
}

export async function loader(asked: LoaderFunctionArgs) {
  const { form, unit, units, children, today } = await subjectOf(asked, null);
  return { form, unit, today, children, suggestions: units.map(unitLabel) };
}

export async function action(asked: ActionFunctionArgs) {
  const posted = Object.fromEntries(await asked.request.clone().formData()) as Record<string, string>;
  const { form, viewer, unit, units } = await subjectOf(asked, posted.effectiveOn ?? null);
  const confirmed = posted.intent === "record";
  const request = { form, values: posted, confirmed, unit, units, now: asked.context.now() };
  const outcome = await changeUnits(asked.context.database, viewer, request);
  if (outcome.kind === "recorded") return redirect("/units/changes?done=1");
  return data({ outcome, values: posted }, { status: outcome.kind === "refused" ? 422 : 200 });
}

export default function ChangeUnit() {
  const { form, unit, children, suggestions, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useWords();
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/units">{t("Đơn vị")}</Link>
            {" › "}
            <Link to={`/units?under=${unit.key}`}>{unit.name}</Link>
          </p>
          <h1>{t(CHANGE_TITLES[form], { name: unit.name })}</h1>
        </div>
      </header>
      <UnitChangeForm
        form={form}
        unit={unit}
        below={children}
        suggestions={suggestions}
        today={today}
        values={answer?.values ?? {}}
        outcome={answer?.outcome}
      />
    </>
  );
}
