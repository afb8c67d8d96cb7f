import { textFor } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import { localize } from "~/questionnaires/questionnaire";
import type { AnswerPage } from "~/responses/answer-page";
import { PublicShell } from "../public-shell";
import { ANSWER_FORM_ID } from "./answer-form";
import { DeviceNotes } from "./device-notes";
import { FormPageView } from "./form-page";
import { InvitationView } from "./invitation-page";
import { ChooserView, ConflictView, MissingView, NoSurveyView, OutsideWindowView, UnreadableView } from "./other-pages";
import { PausedView } from "./paused-page";
import { RetiredView } from "./retired-page";

export interface AnswerPageViewProps {
  page: AnswerPage;
  language: Language;
  province: string;
  contact: string | null;
  addressIn: (language: Language) => string;
}

/** Whatever stands at `/k/<code>`, in the frame of public pages. */
export function AnswerPageView({ page, language, province, contact, addressIn }: AnswerPageViewProps) {
  return (
    <PublicShell
      language={language}
      province={province}
      addressIn={addressIn}
      switchForm={page.kind === "form" ? ANSWER_FORM_ID : undefined}
      simulated={isSimulated(page)}
    >
      <DeviceNotes />
      <AnswerPageContent page={page} province={province} contact={contact} />
    </PublicShell>
  );
}

/** What a point's page says, without its frame: the tablet's page has a frame of its own. */
export function AnswerPageContent({
  page,
  province,
  contact,
}: Pick<AnswerPageViewProps, "page" | "province" | "contact">) {
  switch (page.kind) {
    case "form":
      return <FormPageView page={page} province={province} contact={contact} />;
    case "paused":
      return <PausedView page={page} contact={contact} />;
    case "closed":
    case "not-yet-open":
      return <OutsideWindowView page={page} contact={contact} />;
    case "conflict":
      return <ConflictView page={page} />;
    case "choose":
      return <ChooserView page={page} />;
    case "missing":
      return <MissingView page={page} />;
    case "retired":
      return <RetiredView page={page} />;
    case "invitation":
      return <InvitationView page={page} />;
    case "no-survey":
      return <NoSurveyView page={page} contact={contact} />;
    case "unreadable":
      return <UnreadableView page={page} />;
  }
}

/** Whether the page belongs to a survey of simulated answers. */
export function isSimulated(page: AnswerPage): boolean {
  if (page.kind === "choose") return page.surveys.some(({ simulated }) => simulated);
  if (page.kind === "invitation") return page.sentTo?.simulated ?? false;
  return "survey" in page && page.survey.simulated;
}

/** Title of the browser tab; a form that came back says so first, since a screen reader reads it first. */
export function answerPageTitle(page: AnswerPage, language: Language): string {
  const text = textFor(language);
  const title = subject(page, language);
  const failed = page.kind === "form" && page.problems.length > 0;
  return `${failed ? text.form.errorTitle(title) : title} – ${text.product.name}`;
}

function subject(page: AnswerPage, language: Language): string {
  const text = textFor(language);
  switch (page.kind) {
    case "form":
      return localize(page.survey.questionnaire.title, language).text;
    case "closed":
      return text.closed.title;
    case "paused":
      return text.paused.title;
    case "not-yet-open":
      return text.notYetOpen.title;
    case "conflict":
      return text.conflict.title;
    case "choose":
      return text.chooser.title;
    case "missing":
      return page.reason === "malformed" ? text.missing.malformedTitle : text.missing.unknownTitle;
    case "retired":
      return text.retired.title;
    case "invitation":
      return text.invitation[page.fault].title;
    case "no-survey":
      return text.missing.noSurveyTitle;
    case "unreadable":
      return text.unreadable.title;
  }
}
