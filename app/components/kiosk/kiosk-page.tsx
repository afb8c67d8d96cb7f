import { kioskPath } from "~/collection-points/kiosk";
import { textFor } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import { localize } from "~/questionnaires/questionnaire";
import type { AnswerPage } from "~/responses/answer-page";
import { ANSWER_FORM_ID } from "../public-form/answer-form";
import { AnswerPageContent, isSimulated } from "../public-form/answer-page-view";
import { PublicShell } from "../public-shell";
import { AfterSending, IdleDialog, NeedsScript } from "./kiosk-parts";
import { NotEnrolledView } from "./not-enrolled";

interface KioskPageProps {
  /** Null: the tablet is not enrolled at this point. */
  page: AnswerPage | null;
  /** Code of the tablet's point. */
  code: string;
  language: Language;
  province: string;
  contact: string | null;
  enrolmentAddress: string;
  wantedId: number | null;
}

/** The page of a tablet that stands at a point: the form and nothing that leads away from it. */
export function KioskPage({ page, code, language, province, contact, enrolmentAddress, wantedId }: KioskPageProps) {
  const addressIn = (other: Language) => kioskAddress(code, other, wantedId);
  return (
    <div className="kiosk" data-kiosk={kioskPath(code)} data-enrolled={page !== null}>
      <PublicShell
        language={language}
        province={province}
        addressIn={page ? addressIn : undefined}
        switchForm={page?.kind === "form" ? ANSWER_FORM_ID : undefined}
        simulated={page !== null && isSimulated(page)}
      >
        <NeedsScript />
        {page && page.kind !== "missing" ? (
          <AnswerPageContent page={page} province={province} contact={contact} />
        ) : (
          <NotEnrolledView address={enrolmentAddress} />
        )}
      </PublicShell>
      {page && <AfterSending language={language} />}
      {page && <IdleDialog language={language} />}
    </div>
  );
}

function kioskAddress(code: string, language: Language, surveyId: number | null): string {
  const query = new URLSearchParams();
  if (surveyId) query.set("survey", String(surveyId));
  if (language === "en") query.set("lang", language);
  return query.size > 0 ? `${kioskPath(code)}?${query}` : kioskPath(code);
}

/** Title of the browser's tab. */
export function kioskPageTitle(page: AnswerPage | null, language: Language): string {
  const { kiosk, product } = textFor(language);
  if (!page) return `${kiosk.refusedTitle} – ${product.name}`;
  if (!("survey" in page)) return product.name;
  return `${localize(page.survey.questionnaire.title, language).text} – ${product.name}`;
}
