import { formatDay } from "~/i18n/dates";
import { useWords } from "~/i18n/use-words";
import type { BoardTask } from "~/reports/task-board";

/** What has been issued for a task. */
export function TaskDocuments({ documents }: { documents: BoardTask["documents"] }) {
  const t = useWords();
  if (documents.length === 0) return null;
  return (
    <>
      <h3>{t("Văn bản đã ban hành")}</h3>
      <ul>
        {documents.map(({ id, product, number, issuedOn, note }) => (
          <li key={id}>
            {t("{product}: số {number}, ngày {day}", { product, number, day: formatDay(issuedOn) })}
            {note !== "" && <span className="sub">{note}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
