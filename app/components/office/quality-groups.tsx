import { useEffect } from "react";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { QualityPage } from "~/indices/quality-page";
import { exclusionKey } from "~/responses/quality/exclusion-groups";
import { type FailedDecision, QualityGroupCard } from "./quality-group-card";

/** The groups of forms that an officer may exclude or restore, each with its own decision. */
export function QualityGroups({
  page,
  mayDecide,
  failed,
}: {
  page: QualityPage;
  mayDecide: boolean;
  failed: FailedDecision | null;
}) {
  const t = useWords();
  const language = useLanguage();
  // After a decision the groups come only when the forms were read again: by then the browser has looked for the group in vain.
  useEffect(() => {
    if (location.hash.startsWith("#group-")) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <section aria-labelledby="groups-heading">
      <h2 id="groups-heading">{t("Quyết định theo nhóm")}</h2>
      <p>
        {t(
          "Chỉ phiếu có hai dấu hiệu khác nhóm mới được loại, theo từng điểm (phiếu nhập không gắn điểm: theo từng tệp) và từng ngày; phải ghi lý do và khôi phục được.",
        )}{" "}
        {t(
          "Có bốn nhóm: thời gian trả lời; câu trả lời (một mức, trùng hệt); lúc gửi (dồn dập, ngoài giờ); điều tra viên.",
        )}
      </p>
      {page.groups.length === 0 && <p>{t("Không có nhóm phiếu nào để quyết định.")}</p>}
      {!mayDecide && page.groups.length > 0 && (
        <p className="notice">
          {t("Quản trị viên, cán bộ thiết kế của cơ quan thực hiện quyết định, và chỉ khi đợt chưa chốt kết quả.")}
        </p>
      )}
      {page.groups.map((group) => {
        const key = exclusionKey(group);
        return <QualityGroupCard key={key} {...{ group, mayDecide }} failed={failed?.key === key ? failed : null} />;
      })}
      {page.moreGroups > 0 && (
        <p>{t("Còn {n} nhóm nữa; quyết định các nhóm trên trước.", { n: formatCount(page.moreGroups, language) })}</p>
      )}
    </section>
  );
}
