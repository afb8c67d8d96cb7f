import { textFor } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import { resultsPath } from "~/snapshots/published";
import { CodeForm } from "./code-form";
import { PublicShell } from "./public-shell";

interface HomePageProps {
  language: Language;
  province: string;
  /** The form was sent without a code. */
  missing: boolean;
  /** The site holds simulated answers. */
  simulated: boolean;
  /** Some results stand published. */
  published: boolean;
}

/** The start page: for whoever has a printed code in hand, and a quiet way in for officers. */
export function HomePage({ language, province, missing, simulated, published }: HomePageProps) {
  const { home } = textFor(language);
  return (
    <PublicShell
      language={language}
      province={province}
      simulated={simulated}
      addressIn={(other) => (other === "vi" ? "/" : `/?lang=${other}`)}
      footer={<a href="/sign-in">{home.officers}</a>}
    >
      <div className="lead">
        <h1>{home.title}</h1>
        <p>{home.lead}</p>
      </div>
      <section className="card">
        <CodeForm missing={missing} />
      </section>
      {published && (
        <p>
          <a href={resultsPath({ language })}>{home.results}</a>
        </p>
      )}
      <p className="soft">{home.promise}</p>
    </PublicShell>
  );
}
