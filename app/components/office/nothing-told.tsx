import { useWords } from "~/i18n/use-words";
import { MANY_WAYS } from "~/indices/analysis-filter";

/**
 * Why a view of withheld groups alone tells nothing, and what to do.
 * @param props.ways in how many ways the view tells persons apart (`crossedWays`).
 */
export function NothingTold({ ways }: { ways: number }) {
  const t = useWords();
  if (ways === 0) return null;
  return (
    <div className="empty-state" role="status">
      {ways >= MANY_WAYS ? (
        <>
          <p>
            <strong>{t("Đang ghép {n} điều kiện nên không công bố được con số nào.", { n: ways })}</strong>
          </p>
          <p>
            {t(
              "Tháng, kênh, người trả lời và chất lượng phiếu: mỗi điều kiện chia phiếu thành nhóm nhỏ hơn. Từ ba điều kiện, các nhóm thường quá ít người, và lấy số của nhóm này trừ nhóm kia sẽ biết ai trả lời gì.",
            )}
          </p>
          <p>{t("Cách xem: bỏ bớt một điều kiện. Một hoặc hai điều kiện thường đã có số.")}</p>
        </>
      ) : (
        <>
          <p>
            <strong>{t("Mọi nhóm của bộ lọc này đều không công bố.")}</strong>
          </p>
          <p>{t("Nhóm quá ít người, hoặc từ số của nhóm sẽ tính ra được một nhóm quá ít người.")}</p>
          <p>{t("Cách xem: bỏ bớt một điều kiện, hoặc chọn khoảng thời gian dài hơn.")}</p>
        </>
      )}
    </div>
  );
}
