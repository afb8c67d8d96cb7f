import { formatDay } from "~/i18n/dates";
import { useText } from "~/i18n/use-text";
import type { PublicImprovement } from "~/snapshots/improvement";

/** What was said about a unit, what it answered, and what it has done, the latest first. */
export function ImprovementsList({ improvements }: { improvements: readonly PublicImprovement[] }) {
  const { results } = useText();
  if (improvements.length === 0) return null;
  return (
    <section aria-labelledby="improvements">
      <h2 id="improvements">{results.improvements}</h2>
      {improvements.map(({ id, said, answer, done, publishedOn, changedOn }) => (
        <article key={id} className="card improvement">
          <dl>
            <dt>{results.said}</dt>
            <dd lang="vi">{said}</dd>
            <dt>{results.answer}</dt>
            <dd lang="vi">{answer}</dd>
            <dt>{results.done}</dt>
            {done === "" ? <dd>{results.notYetDone}</dd> : <dd lang="vi">{done}</dd>}
          </dl>
          <p className="soft">
            {results.since(formatDay(publishedOn))}
            {changedOn !== null && `, ${results.changedOn(formatDay(changedOn))}`}
          </p>
        </article>
      ))}
    </section>
  );
}
