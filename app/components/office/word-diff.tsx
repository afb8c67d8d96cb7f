import { useWords } from "~/i18n/use-words";
import { ENDING, type WordRun } from "~/questionnaires/word-diff";

/** A text with what went struck through and what came underlined; screen readers hear which is which. */
export function WordDiff({ runs }: { runs: readonly WordRun[] }) {
  const t = useWords();
  return (
    <span className="word-diff">
      {runs.map(({ kind, text }, at) => {
        // Runs have no other identity and never move.
        const key = at;
        const space = at > 0 && !ENDING.test(text) ? " " : "";
        if (kind === "same") return <span key={key}>{space + text}</span>;
        const Mark = kind === "gone" ? "del" : "ins";
        return (
          <span key={key}>
            {space}
            <span className="visually-hidden">{kind === "gone" ? t("bỏ:") : t("thêm:")} </span>
            <Mark>{text}</Mark>
          </span>
        );
      })}
    </span>
  );
}
