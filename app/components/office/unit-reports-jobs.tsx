import { Link } from "@remix-run/react";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { FileJobState } from "~/reports/file-job-state";
import type { ReportFormat } from "~/reports/report-formats";

interface Job {
  id: string;
  state: FileJobState;
  made: number;
  total: number;
  format: ReportFormat;
  /** Number of the snapshot. */
  number: number;
}

const HEADINGS: Readonly<Record<ReportFormat, Phrase>> = {
  docx: "Báo cáo từng đơn vị (Word), bản số liệu {number}",
  pdf: "Báo cáo từng đơn vị (PDF), bản số liệu {number}",
};

/** What an archive of units' reports is called. */
export function useArchiveName(): (job: Pick<Job, "format" | "number">) => string {
  const t = useWords();
  return ({ format, number }) => t(HEADINGS[format], { number });
}

/** The archives that were ordered in the last hour: whoever left the page of one finds it again. */
export function UnitReportsJobs({ surveyId, jobs }: { surveyId: number; jobs: readonly Job[] }) {
  const t = useWords();
  const language = useLanguage();
  const nameOf = useArchiveName();
  if (jobs.length === 0) return null;
  const standing = ({ state, made, total }: Job) => {
    if (state === "running" && total > 0) {
      const counts = { n: formatCount(made, language), total: formatCount(total, language) };
      return t("Đã lập {n} trên {total} báo cáo.", counts);
    }
    return state === "done" ? t("Đã xong, tải được.") : state === "failed" ? t("Không lập được.") : t("Đang chờ.");
  };
  return (
    <section aria-labelledby="jobs-heading">
      <h2 id="jobs-heading">{t("Tệp lập trong một giờ qua")}</h2>
      <ul>
        {jobs.map((job) => (
          <li key={job.id}>
            <Link to={`/surveys/${surveyId}/unit-reports/${job.id}`}>{nameOf(job)}</Link>
            {": "}
            {standing(job)}
          </li>
        ))}
      </ul>
    </section>
  );
}
