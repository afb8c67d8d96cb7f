import { Link } from "@remix-run/react";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";

/** Says beside the figures how many responses they leave out. */
export function LeftOutNote({ leftOut }: { leftOut: number }) {
  const t = useWords();
  const language = useLanguage();
  if (leftOut === 0) return null;
  return (
    <p className="notice">
      {t(
        "{n} phiếu không tính vào số liệu dưới đây: có vẻ do máy gửi, đến quá muộn hoặc đã bị loại vì chất lượng. Các phiếu đó vẫn được giữ lại.",
        {
          n: formatCount(leftOut, language),
        },
      )}
    </p>
  );
}

/** The way for whoever runs the survey to the responses that it leaves out, and to what was decided of them. */
export function LeftOutLink({
  surveyId,
  leftOut,
  decided,
}: {
  surveyId: number;
  leftOut: number;
  /** Whether there are decisions, which can be taken back. */
  decided: boolean;
}) {
  const t = useWords();
  const language = useLanguage();
  if (leftOut === 0 && !decided) return null;
  return (
    <p>
      <Link to={`/surveys/${surveyId}/held`}>{t("Phiếu chờ xem xét")}</Link>:{" "}
      {leftOut === 0
        ? t("mọi phiếu đã được quyết định.")
        : t("{n} phiếu đang chưa tính vào kết quả.", { n: formatCount(leftOut, language) })}
    </p>
  );
}
