import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { Gap } from "~/reports/task-standing";

const WORDS: Readonly<Record<Gap["kind"], Phrase>> = {
  "no-plan": "Chưa có kế hoạch",
  "plan-without-number": "Kế hoạch đã soạn, chưa ghi số văn bản",
  "no-survey": "Chưa có đợt khảo sát nào trong năm",
  drafts: "{n} đợt còn là bản nháp",
  "not-finalised": "{n} đợt chưa chốt",
  correcting: "{n} đợt đang đính chính",
  "no-report": "Chưa có báo cáo tổng hợp",
  "report-without-number": "Báo cáo tổng hợp đã lập, chưa ghi số văn bản",
  "no-document": "Chưa ghi văn bản: {product}",
};

/** How something that a task lacks reads. */
export function useGapText(): (gap: Gap) => string {
  const t = useWords();
  return (gap) =>
    t(WORDS[gap.kind], {
      n: "count" in gap ? gap.count : "",
      product: "product" in gap ? gap.product : "",
    });
}

/** What a task still lacks, in words. */
export function TaskMissing({ missing }: { missing: readonly Gap[] }) {
  const t = useWords();
  const text = useGapText();
  if (missing.length === 0) return null;
  return (
    <div className="task-missing">
      <h3>{t("Còn thiếu")}</h3>
      <ul>
        {missing.map((gap) => (
          <li key={text(gap)}>{text(gap)}</li>
        ))}
      </ul>
    </div>
  );
}
