import { useWords } from "~/i18n/use-words";
import type { FormDifference } from "~/questionnaires/version-difference";
import { wordDiff } from "~/questionnaires/word-diff";
import { WordDiff } from "./word-diff";

/** What changed in the form as a whole: title, source, factors, rule. */
export function FormDifferences({ differences }: { differences: readonly FormDifference[] }) {
  const t = useWords();
  if (differences.length === 0) return null;
  const names: Readonly<Record<FormDifference["part"], string>> = {
    title: t("Tên mẫu phiếu"),
    intro: t("Lời giới thiệu"),
    source: t("Nguồn"),
    domains: t("Nội dung"),
    factors: t("Yếu tố"),
    rule: t("Cách tính chỉ số"),
  };
  return (
    <dl className="facts form-differences">
      {differences.map(({ part, before, after }) => (
        <div key={part}>
          <dt>{names[part]}</dt>
          <dd>
            <WordDiff runs={wordDiff(before, after)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
