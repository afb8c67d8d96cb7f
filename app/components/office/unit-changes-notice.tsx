import { formatCount } from "~/i18n/numbers";
import { useWords } from "~/i18n/use-words";
import type { UnitChanges } from "~/surveys/unit-changes";

/** What became of a survey's units since, where anything did. */
export function UnitChangesNotice({ changes: { merged, split, gone } }: { changes: UnitChanges }) {
  const t = useWords();
  if (merged.length + split.length + gone.length === 0) return null;
  const before = merged.reduce((sum, { from }) => sum + from.length, 0);
  return (
    <div className="notice notice-caution">
      <h2>{t("Đơn vị đã thay đổi từ đợt trước")}</h2>
      {merged.length > 0 && (
        <details>
          <summary>
            {t("{old} đơn vị cũ → {new} đơn vị nay, đã chọn sẵn", {
              old: formatCount(before),
              new: formatCount(merged.length),
            })}
          </summary>
          <ul>
            {merged.map(({ from, to }) => (
              <li key={to}>
                {from.join("; ")} → <strong>{to}</strong>
              </li>
            ))}
          </ul>
        </details>
      )}
      {split.length > 0 && (
        <>
          <p>{t("Đơn vị sau đã chia ra nhiều đơn vị: đánh dấu đơn vị cần khảo sát ở danh sách dưới.")}</p>
          <ul>
            {split.map(({ from, to }) => (
              <li key={from}>
                {from} → <strong>{to.join("; ")}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      {gone.length > 0 && <p>{t("Không còn và không rõ đơn vị kế tiếp: {names}.", { names: gone.join("; ") })}</p>}
    </div>
  );
}
