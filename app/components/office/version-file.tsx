import { useWords } from "~/i18n/use-words";

/** For whoever carries the form to another system or proves that two of them are the same one. */
export function VersionFile({ version }: { version: { id: number; checksum: string } }) {
  const t = useWords();
  return (
    <section aria-labelledby="file-heading">
      <h2 id="file-heading">{t("Tệp mẫu phiếu")}</h2>
      <details>
        <summary>{t("Dành cho người quản trị kỹ thuật: kiểm tra tệp còn nguyên vẹn")}</summary>
        <p>
          <span className="code break">{version.checksum}</span>
          <span className="sub">
            {t("Hai mẫu phiếu có cùng mã này thì giống hệt nhau (SHA-256 của nội dung mẫu phiếu).")}
          </span>
        </p>
      </details>
      <p>
        <a href={`/questionnaires/${version.id}/file`}>{t("Tải tệp mẫu phiếu (JSON)")}</a>
        <span className="sub">{t("Dùng cho phần mềm phân tích hoặc để chuyển mẫu sang hệ thống khác.")}</span>
      </p>
      <p>
        <a href={`/questionnaires/${version.id}/paper.pdf`}>{t("In phiếu giấy (PDF)")}</a>
      </p>
    </section>
  );
}
