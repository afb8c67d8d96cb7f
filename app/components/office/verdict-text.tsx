import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { Verdict } from "~/indices/compare-rows";

const WORDS: Readonly<Record<Verdict, Phrase>> = {
  higher: "Cao hơn rõ rệt",
  lower: "Thấp hơn rõ rệt",
  undecided: "Chưa đủ căn cứ để kết luận có chênh lệch",
};

const SIGNS: Readonly<Record<Verdict, string>> = { higher: "▲", lower: "▼", undecided: "" };

/** What a difference allows to say, in plain words; the sign helps the eye and says nothing more. */
export function VerdictText({ verdict }: { verdict: Verdict }) {
  const t = useWords();
  return (
    <span className={`verdict verdict-${verdict}`}>
      {SIGNS[verdict] && <span aria-hidden="true">{SIGNS[verdict]} </span>}
      {t(WORDS[verdict])}
    </span>
  );
}
