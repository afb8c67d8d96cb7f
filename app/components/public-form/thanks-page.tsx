import { textFor } from "~/i18n";
import { formatDay } from "~/i18n/dates";
import type { Language } from "~/i18n/numbers";
import type { CollectionState } from "~/surveys/survey";
import { PublicShell } from "../public-shell";
import { DeviceNotes } from "./device-notes";

interface ThanksPageProps {
  language: Language;
  province: string;
  /** Where the province publishes results, if it has told. */
  resultsUrl: string | null;
  /** Path of what stands published of this unit, from a survey before; null: nothing does. */
  unitResults: string | null;
  point: { code: string; label: string; unitName: string };
  survey: {
    id: number;
    title: string;
    ownerName: string;
    state: CollectionState;
    closesOn: string;
    simulated: boolean;
  };
  addressIn: (language: Language) => string;
  /** A fresh form, for the next person at the same device; null where there is none. */
  formAddress: string | null;
}

/** After sending: that it arrived, and what becomes of it. */
export function ThanksPage(props: ThanksPageProps) {
  const { language, province, resultsUrl, unitResults, point, survey, addressIn, formAddress } = props;
  const { form, thanks } = textFor(language);
  return (
    <PublicShell language={language} province={province} addressIn={addressIn} simulated={survey.simulated}>
      <DeviceNotes />
      <div className="lead" data-taken={`${point.code}/${survey.id}`}>
        <Tick />
        <p className="place" lang="vi">
          {form.at(point.label, point.unitName)}
        </p>
        <h1>{thanks.title}</h1>
        <p lang="vi">{survey.title}</p>
      </div>
      <section className="card">
        <h2>{thanks.next}</h2>
        <p>{thanks.nextText(survey.ownerName)}</p>
        {survey.state === "open" && <p>{thanks.closesOn(formatDay(survey.closesOn))}</p>}
        {unitResults && (
          <p>
            <a href={unitResults}>{thanks.unitResults}</a>
          </p>
        )}
        {resultsUrl && (
          <p>
            {thanks.resultsAt} <a href={resultsUrl}>{resultsUrl.replace(/^https?:\/\//, "")}</a>
          </p>
        )}
        <p className="soft">{thanks.done}</p>
      </section>
      {survey.state === "open" && formAddress && (
        <p>
          <a href={formAddress}>{thanks.again}</a>
        </p>
      )}
    </PublicShell>
  );
}

export function Tick() {
  return (
    <svg className="tick" viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="22" fill="none" stroke="currentColor" strokeWidth="3" />
      <path d="M14 25l7 7 14-15" fill="none" stroke="currentColor" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}
