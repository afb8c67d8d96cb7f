import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import type { AnalysisPageData } from "./analysis-page";

/** Stands for a view that has nobody in it: no answers yet, or none that the filter keeps. */
export function NoGroup({ page: { about } }: { page: AnalysisPageData }) {
  const t = useWords();
  return (
    <div className="empty-state">
      {about.responses === 0 ? (
        <p>
          <strong>{t("Chưa có phiếu trả lời nào nên chưa có gì để phân tích.")}</strong>
        </p>
      ) : (
        <>
          <p>
            <strong>{t("Không có nhóm nào khớp với bộ lọc.")}</strong>
          </p>
          <p>{t("Bỏ bớt một phần của bộ lọc để xem nhiều đơn vị và người trả lời hơn.")}</p>
          <p>
            <Link to="?">{t("Bỏ hết lọc")}</Link>
          </p>
        </>
      )}
    </div>
  );
}
