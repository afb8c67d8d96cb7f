import { textFor } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import { PublicShell } from "../public-shell";

interface EnrolmentPageProps {
  language: Language;
  province: string;
  typed: string;
  problem: {
    reason: "malformed" | "unknown" | "used" | "expired" | "revoked" | "throttled";
    /** To wait, where there were too many tries. */
    minutes: number;
  } | null;
}

/** Where an officer types the one-time code on the tablet itself. */
export function EnrolmentPage({ language, province, typed, problem }: EnrolmentPageProps) {
  const { kiosk } = textFor(language);
  return (
    <PublicShell
      language={language}
      province={province}
      addressIn={(other) => (other === "vi" ? "/kiosk" : `/kiosk?lang=${other}`)}
    >
      <div className="lead">
        <h1>{kiosk.enrolTitle}</h1>
        <p>{kiosk.enrolLead}</p>
      </div>
      <section className="card">
        <form className="code-form" method="post" action={language === "en" ? "/kiosk?lang=en" : "/kiosk"}>
          <label htmlFor="code">{kiosk.enrolLabel}</label>
          <p className="soft" id="code-hint">
            {kiosk.enrolHint}
          </p>
          {problem && (
            <p className="error" id="code-error" role="alert">
              {problem.reason === "throttled" ? kiosk.throttled(problem.minutes) : kiosk[problem.reason]}
            </p>
          )}
          <input
            className="entry"
            id="code"
            name="code"
            required
            maxLength={40}
            defaultValue={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-describedby={problem ? "code-hint code-error" : "code-hint"}
            aria-invalid={problem ? true : undefined}
          />
          <button className="button" type="submit">
            {kiosk.enrol}
          </button>
        </form>
      </section>
      <p className="soft">{kiosk.enrolForOfficers}</p>
    </PublicShell>
  );
}
