import { formatCount } from "~/i18n/numbers";
import { useMessages, useWords } from "~/i18n/use-words";
import { BadCellsTable } from "./bad-cells-table";

/** Wrong cells that are shown at once. */
const MOST_SHOWN = 200;

/** What a file of changes would do line by line, or which of its lines are wrong and why. */
export function UnitFilePreview({
  preview: { lines, problems },
}: {
  preview: {
    lines: readonly { line: number; effects: readonly string[]; warnings: readonly string[] }[];
    problems: readonly { line: number; column: string; value: string; message: string }[];
  };
}) {
  const t = useWords();
  const tell = useMessages();
  if (problems.length > 0) {
    return (
      <section role="alert" aria-labelledby="file-problems">
        <h2 id="file-problems">{t("Chưa ghi gì: {n} chỗ cần sửa trong tệp", { n: formatCount(problems.length) })}</h2>
        <BadCellsTable
          label={t("Chỗ sai trong tệp")}
          cells={problems.slice(0, MOST_SHOWN).map(({ message, ...cell }) => ({ ...cell, reason: message }))}
        />
      </section>
    );
  }
  return (
    <section role="status" aria-labelledby="file-preview">
      <h2 id="file-preview">{t("Nếu ghi nhận, sẽ như sau")}</h2>
      <ol className="file-changes">
        {lines.map(({ line, effects, warnings }) => (
          <li key={line}>
            <strong>{t("Dòng {n}", { n: line })}</strong>
            <ul>
              {effects.map((text) => (
                <li key={text}>{tell(text)}</li>
              ))}
              {warnings.map((text) => (
                <li key={text}>
                  <span className="badge badge-caution">{t("Xem lại")}</span> {tell(text)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
