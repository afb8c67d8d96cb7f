import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { MANY_WAYS } from "~/indices/analysis-filter";
import { NothingTold } from "./nothing-told";

/**
 * How many persons the group of a view holds, or why there is nothing of it.
 * @param props.ways in how many ways the filter tells persons apart.
 */
export function GroupNote({ persons, leftOut, ways }: { persons: number | null; leftOut: number; ways: number }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <>
      {persons === null && ways >= MANY_WAYS ? (
        <NothingTold ways={ways} />
      ) : persons === null ? (
        <div className="empty-state">
          <p>
            <strong>{t("Nhóm này có quá ít người nên không công bố.")}</strong>
          </p>
          <p>{t("Hoặc con số của nhóm bên cạnh sẽ suy ra được từ nhóm này.")}</p>
        </div>
      ) : (
        <p>{t("{n} phiếu trong nhóm đang xem.", { n: formatCount(persons, language) })}</p>
      )}
      {leftOut > 0 && (
        <p className="table-note">
          {t("{n} đơn vị có số liệu không công bố không nằm trong nhóm này.", { n: formatCount(leftOut, language) })}
        </p>
      )}
    </>
  );
}
