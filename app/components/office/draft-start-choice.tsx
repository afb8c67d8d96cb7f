import { Link } from "@remix-run/react";
import { sectorName } from "~/i18n/sector-name";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import { isOwnForm } from "~/questionnaires/wording-state";

/** First step of a new form: from what to begin. Of each form the latest version is offered. */
export function DraftStartChoice({
  versions,
}: {
  versions: readonly {
    id: number;
    code: string;
    version: number;
    sector: Sector;
    title: string;
    source: string;
    official: boolean;
    variantName: string | null;
  }[];
}) {
  const t = useWords();
  const language = useLanguage();
  const latest = versions.filter((one, at) => versions.findIndex(({ code }) => code === one.code) === at);
  const sectors = [...new Set(latest.map(({ sector }) => sector))];
  return (
    <>
      <p>{t("Bước 1/2. Chọn cách bắt đầu.")}</p>
      <ul className="card-list">
        <li className="card">
          <h2>
            <Link to="?from=blank">{t("Phiếu mới")}</Link>
          </h2>
          <p>{t("Có sẵn thang đo 5 mức hài lòng, một nội dung và một câu hỏi để soạn tiếp.")}</p>
        </li>
        <li className="card">
          <h2>
            <Link to="?from=file">{t("Nạp từ tệp")}</Link>
          </h2>
          <p>{t("Tệp mẫu phiếu (JSON) tải từ hệ thống Hài Lòng của nơi khác.")}</p>
        </li>
      </ul>
      <h2>{t("Từ mẫu có sẵn")}</h2>
      <p>
        {t(
          "Mẫu chính thức giữ nguyên; bản sửa của địa phương thành một biến thể có tên riêng. Mẫu do cơ quan soạn thành phiên bản tiếp theo.",
        )}
      </p>
      {sectors.map((sector) => (
        <section key={sector} aria-labelledby={`sector-${sector}`}>
          <h3 id={`sector-${sector}`}>{sectorName(sector, language)}</h3>
          <ul className="outline">
            {latest
              .filter((version) => version.sector === sector)
              .map((version) => (
                <li key={version.id}>
                  <Link to={`?version=${version.id}`}>{version.title}</Link>{" "}
                  {version.official && (
                    <span className="badge">
                      {isOwnForm(version.source) ? t("Mẫu của hệ thống, không có bản gốc") : t("Mẫu chính thức")}
                    </span>
                  )}
                  {version.variantName && <span className="badge">{version.variantName}</span>}
                  <span className="sub">{version.source}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
