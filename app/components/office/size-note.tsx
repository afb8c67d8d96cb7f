import { Link } from "@remix-run/react";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { type SizeView, standingText } from "~/indices/size-view";

/** What the figure theo quy mô speaks for; where it is missing, what is missing, and for whoever runs the survey where to give it. */
export function SizeNote({ sized, sizesPage }: { sized: SizeView; sizesPage: string | null }) {
  const t = useWords();
  const language = useLanguage();
  const { standing, narrowed } = sized;
  return (
    <>
      {standing && (
        <p className="table-note">
          {standingText(standing, language)}{" "}
          {standing.missing > 0 && sizesPage && <Link to={sizesPage}>{t("Ghi quy mô của đơn vị")}</Link>}
        </p>
      )}
      {narrowed && (
        <p className="table-note">
          {t(
            "Biết có bao nhiêu người trong đối tượng nên khoảng 95% đã thu hẹp theo phần đã hỏi (hiệu chỉnh tổng thể hữu hạn).",
          )}
        </p>
      )}
    </>
  );
}
