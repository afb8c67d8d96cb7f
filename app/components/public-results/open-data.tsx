import { useLanguage, useText } from "~/i18n/use-text";
import { type PublishedHead, resultsPath } from "~/snapshots/published";

/** Files of the published figures, and on what terms they may be used. */
export function OpenData({
  head,
  address,
  onMethod = false,
}: {
  head: PublishedHead;
  /** Of the page, whole: on paper a link leads nowhere. */
  address: string;
  onMethod?: boolean;
}) {
  const language = useLanguage();
  const { results } = useText();
  const file = (page: string) => resultsPath({ surveyId: head.surveyId, page, language: "vi" });
  return (
    <section className="card open-data" aria-labelledby="open-data">
      <h2 id="open-data">{results.openData}</h2>
      <p>{results.openDataText}</p>
      <ul>
        <li>
          <a href={file("data.xlsx")}>{results.xlsx}</a>
        </li>
        <li>
          <a href={file("data.csv")}>{results.csv}</a>
        </li>
        <li>
          <a href={file("codebook.csv")}>{results.codebook}</a>
        </li>
        <li>
          <a href={file("data.json")}>{results.json}</a>
        </li>
        {!onMethod && (
          <li>
            <a href={resultsPath({ surveyId: head.surveyId, page: "method", language })}>{results.methodTitle}</a>
          </li>
        )}
      </ul>
      <p className="printed">
        {results.address} {address}
      </p>
      <p className="soft">{results.licence(head.ownerName, head.title)}</p>
    </section>
  );
}
