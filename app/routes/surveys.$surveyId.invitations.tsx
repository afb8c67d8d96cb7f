import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listInvitations, makeBatch } from "~/collection-points/invitations.server";
import { readBatch } from "~/collection-points/read-batch";
import { DoneNotice } from "~/components/office/done-notice";
import { InvitationBatches } from "~/components/office/invitation-batches";
import { NewBatchForm } from "~/components/office/new-batch-form";
import { PublicUrlWarning } from "~/components/office/public-url-warning";
import { SurveyHeader } from "~/components/office/survey-header";
import { requireSurvey } from "~/http/require-survey.server";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import { byName } from "~/units/tree-order";
import { listPointsOfSurvey } from "~db/repositories/collection-points";
import { revokeInvitations } from "~db/repositories/invitations";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Mã mời");

const DONE: Readonly<Record<string, string>> = {
  make: "Đã tạo mã mời. Tải giấy mời để in, hoặc tải CSV để nhắn tin.",
  revoke: "Đã thu hồi. Ai mở mã ấy sẽ được báo là mã đã thu hồi.",
};

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "invite");
  const { database, settings } = asked.context;
  const points = (await listPointsOfSurvey(database, viewer, survey.id, today)).map(({ id, unitName, label }) => ({
    id,
    name: `${unitName}, ${label}`,
    code: "",
  }));
  const done = new URL(asked.request.url).searchParams.get("done") ?? "";
  return {
    survey,
    today,
    tabs,
    points: points.sort(byName).map(({ id, name }) => ({ value: String(id), label: name })),
    batches: await listInvitations(database, viewer, survey.id, today),
    mayMake: survey.status === "open" || survey.status === "paused",
    done: Object.hasOwn(DONE, done) ? (DONE[done] ?? null) : null,
    warnedAddress: settings.publicUrlMissing && !survey.simulated ? settings.publicUrl : null,
  };
}

/** Makes a batch, or takes back a batch or one of its codes. */
export async function action(asked: ActionFunctionArgs) {
  const { viewer, survey, today } = await requireSurvey(asked, "invite");
  const { database } = asked.context;
  const now = asked.context.now();
  const form = await asked.request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const names = ["point", "label", "size", "expiresOn"] as const;
  const typed = Object.fromEntries(names.map((name) => [name, text(name)]));
  const refuse = (field: string, message: string, status: number) =>
    data({ typed, problems: [{ field, message }] }, { status });
  if (text("change") === "make") {
    const read = readBatch(form, { today, closesOn: survey.closesOn });
    if (!read.ok) return data({ typed, problems: read.problems }, { status: 422 });
    const made = await makeBatch(database, viewer, { surveyId: survey.id, now, ...read.order });
    if (made === null)
      return refuse("point", "Điểm không thuộc phạm vi của tài khoản, hoặc đợt không nhận phiếu.", 404);
    return redirect(`/surveys/${survey.id}/invitations?done=make`);
  }
  if (text("change") !== "revoke") return refuse("change", "Không rõ việc cần làm.", 422);
  const number = text("number");
  if (number !== "" && !/^[1-9]\d{0,4}$/.test(number))
    return refuse("number", "Số của mã là số in trên giấy mời.", 422);
  if (text("confirmed") !== "yes") return refuse("confirmed", "Đánh dấu vào ô xác nhận rồi bấm nút.", 422);
  const which = { surveyId: survey.id, batchId: Number(text("batch")) || 0, number: number ? Number(number) : null };
  if (!(await revokeInvitations(database, viewer, { ...which, now }))) {
    return refuse(
      "batch",
      "Không thu hồi được: mã đã dùng (phiếu gửi bằng mã ấy vẫn giữ), đã thu hồi, hoặc không thuộc phạm vi của tài khoản.",
      404,
    );
  }
  return redirect(`/surveys/${survey.id}/invitations?done=revoke`);
}

export default function Invitations() {
  const { survey, today, tabs, points, batches, mayMake, done, warnedAddress } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useWords();
  const message = useMessages();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Mã mời")} />
      <DoneNotice message={failure || !done ? null : message(done)} />
      {warnedAddress !== null && <PublicUrlWarning address={warnedAddress} />}
      <p>
        {t(
          "Mỗi mã mở phiếu của đợt này và gửi được đúng một phiếu. Hệ thống chỉ giữ mã nào đã dùng, không giữ lúc dùng hay phiếu nào: không ai tra được người cầm mã đã trả lời gì.",
        )}
      </p>
      {mayMake ? (
        <NewBatchForm
          // A batch that was made leaves an empty form: a second press makes no second batch.
          key={batches[0]?.id ?? 0}
          points={points}
          closesOn={survey.closesOn}
          typed={failure?.typed ?? {}}
          problems={failure?.problems ?? []}
        />
      ) : (
        <p className="notice">{t("Chỉ tạo mã mời khi đợt đang mở hoặc tạm dừng.")}</p>
      )}
      <InvitationBatches surveyId={survey.id} batches={batches} closesOn={survey.closesOn} />
    </>
  );
}
