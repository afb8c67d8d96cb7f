import { useWords } from "~/i18n/use-words";

interface FilesOfPoint {
  id: number;
  unitName: string;
  revoked: boolean;
}

/** What can be taken of one point, and the way to its own page. */
export function PointFiles({ surveyId, point }: { surveyId: number; point: FilesOfPoint }) {
  const t = useWords();
  const files = [
    ["poster.pdf", t("Áp phích A4")],
    ["qr.svg", "SVG"],
    ["qr.png", "PNG"],
  ];
  const page = `/surveys/${surveyId}/points/${point.id}`;
  return (
    <>
      {!point.revoked &&
        files.map(([file, label]) => (
          <a
            key={file}
            href={`${page}/${file}`}
            aria-label={t("{what} của {unit}", { what: label ?? "", unit: point.unitName })}
          >
            {label}
          </a>
        ))}
      <a href={page} aria-label={t("Thay, thu hồi mã của {unit}", { unit: point.unitName })}>
        {t("Thay, thu hồi mã")}
      </a>
    </>
  );
}
