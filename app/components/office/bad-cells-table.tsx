import { useMessages, useWords } from "~/i18n/use-words";
import { TableRegion } from "./table-region";

/** A cell of a file that cannot be taken. */
export interface BadCell {
  /** Line of the file, from 1. */
  line: number;
  column: string;
  value: string;
  reason: string;
}

/** Characters of a value that are shown: enough to find it by. */
const VALUE_CHARACTERS = 80;

/** What is wrong in a file: line, column, what stands there, and why it cannot be taken. */
export function BadCellsTable({ label, cells }: { label: string; cells: readonly BadCell[] }) {
  const t = useWords();
  const tell = useMessages();
  return (
    <TableRegion label={label}>
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{t("Dòng")}</th>
            <th scope="col">{t("Cột")}</th>
            <th scope="col">{t("Giá trị")}</th>
            <th scope="col">{t("Lý do")}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ line, column, value, reason }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one cell may be told twice, and the list never changes
            <tr key={index}>
              <th scope="row" data-label={t("Dòng")}>
                {line}
              </th>
              <td data-label={t("Cột")}>{column === "" ? "–" : tell(column)}</td>
              <td data-label={t("Giá trị")}>{value === "" ? "–" : value.slice(0, VALUE_CHARACTERS)}</td>
              <td data-label={t("Lý do")}>{tell(reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
