import { useWords } from "~/i18n/use-words";

/** Where the template of a survey's responses file is: the workbook first, which most officers know. */
export function ImportTemplateLinks({ surveyId }: { surveyId: number }) {
  const t = useWords();
  const at = `/surveys/${surveyId}/imports/template`;
  return (
    <>
      <a href={`${at}.xlsx`}>{t("Tải tệp mẫu của đợt này (Excel)")}</a> · <a href={`${at}.csv`}>{t("Bản CSV")}</a>
    </>
  );
}
