import { textFor } from "~/i18n";
import { formatDay } from "~/i18n/dates";
import { formatCount, type Language } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { LanguageProvider, useLanguage, useText } from "~/i18n/use-text";
import { useMessages } from "~/i18n/use-words";
import { standingText } from "~/indices/size-view";
import { type PublishedHead, resultsPath } from "~/snapshots/published";
import type { MethodFacts } from "~/snapshots/published-method";
import { OpenData } from "./open-data";
import { ResultsShell } from "./results-shell";
import { SurveyLead } from "./survey-lead";

interface MethodPageProps {
  language: Language;
  province: string;
  publicUrl: string;
  head: PublishedHead;
  method: MethodFacts;
}

/** How the figures came about, in plain words. */
export function MethodPage({ language, province, publicUrl, head, method }: MethodPageProps) {
  const { results } = textFor(language);
  const { surveyId, title, simulated } = head;
  return (
    <ResultsShell
      language={language}
      province={province}
      simulated={simulated}
      addressIn={(other) => resultsPath({ surveyId, page: "method", language: other })}
      above={[
        { name: results.all, address: resultsPath({ language }) },
        { name: title, address: resultsPath({ surveyId, language }), vietnamese: true },
      ]}
    >
      <div className="lead">
        <h1>{results.methodTitle}</h1>
        <p lang="vi">{title}</p>
        <SurveyLead head={head} />
      </div>
      <LanguageProvider value={language}>
        <Who head={head} method={method} />
        <Channels method={method} />
        <Figures method={method} />
        <Masks method={method} />
        <section aria-labelledby="method-snapshot">
          <h2 id="method-snapshot">{results.methodSnapshot}</h2>
          <p>{results.methodSnapshotText(head.number, head.hash)}</p>
          <p>{results.methodMore}</p>
        </section>
      </LanguageProvider>
      <OpenData head={head} address={publicUrl + resultsPath({ surveyId, page: "method", language })} onMethod />
    </ResultsShell>
  );
}

function Who({ head, method }: { head: PublishedHead; method: MethodFacts }) {
  const language = useLanguage();
  const { results } = useText();
  const names = useNames();
  const tell = useMessages();
  const { ownerName, opensOn, closesOn } = head;
  const { basis, form, units, unchecked } = method;
  const [from, to] = [formatDay(opensOn), formatDay(closesOn)];
  return (
    <section aria-labelledby="method-who">
      <h2 id="method-who">{results.methodWho}</h2>
      <p>{results.methodWhoText(ownerName, from, to, formatCount(units, language))}</p>
      <p>{results.sample(names.bases[basis])}</p>
      <p>
        {results.methodForm(
          form.title,
          form.version,
          formatCount(form.items, language),
          formatCount(form.scored, language),
        )}
        {unchecked !== null && ` ${tell(unchecked)}.`}
      </p>
    </section>
  );
}

function Channels({ method: { channels, responses, asOf } }: { method: MethodFacts }) {
  const language = useLanguage();
  const { results } = useText();
  const names = useNames();
  return (
    <section aria-labelledby="method-channels">
      <h2 id="method-channels">{results.methodChannels}</h2>
      {responses !== null && <p>{results.responsesAll(formatCount(responses, language), formatDay(asOf))}</p>}
      {channels.length > 0 && (
        <table className="counts">
          <thead>
            <tr>
              <th scope="col">{results.channel}</th>
              <th scope="col" className="numeric">
                {results.responses}
              </th>
            </tr>
          </thead>
          <tbody>
            {channels.map(({ channel, responses: count }) => (
              <tr key={channel}>
                <th scope="row">{names.channels[channel]}</th>
                <td className="numeric">{count === null ? results.masked : formatCount(count, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Figures({ method }: { method: MethodFacts }) {
  const language = useLanguage();
  const { results } = useText();
  const names = useNames();
  const tell = useMessages();
  return (
    <>
      <section aria-labelledby="method-rate">
        <h2 id="method-rate">{results.methodRate}</h2>
        <p>{results.methodRateText}</p>
        <p>{results.rule(names.ruleExplanations[method.rule])}</p>
        <p>{results.methodMean}</p>
        <p>{results.methodAll(tell(method.allSatisfiedName))}</p>
        {method.standing && <p>{standingText(method.standing, language)}</p>}
      </section>
      <section aria-labelledby="method-interval">
        <h2 id="method-interval">{results.methodInterval}</h2>
        <p>{results.methodIntervalText}</p>
        <p>{names.intervalExplanation(method.basis)}</p>
      </section>
    </>
  );
}

function Masks({ method: { minimums } }: { method: MethodFacts }) {
  const language = useLanguage();
  const { results } = useText();
  return (
    <section aria-labelledby="method-masks">
      <h2 id="method-masks">{results.methodMasks}</h2>
      <p>{results.maskedWhy(formatCount(minimums.unit, language), formatCount(minimums.cell, language))}</p>
    </section>
  );
}
