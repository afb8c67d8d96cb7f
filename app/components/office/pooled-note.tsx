import { useWords } from "~/i18n/use-words";
import type { SizeView } from "~/indices/size-view";

/** Says that figures of channels and groups are pooled, where the results page has others that stand first. */
export function PooledNote({ sized: { standing } }: { sized: Pick<SizeView, "standing"> }) {
  const t = useWords();
  if (!standing || standing.missing > 0 || standing.covered === 0) return null;
  return (
    <p className="table-note">
      {t(
        "Con số ở đây là gộp phiếu: mỗi phiếu tính như nhau. Quy mô chỉ ghi cho cả đơn vị, không cho từng kênh hay nhóm người, nên ở đây không có con số theo quy mô như ở chỉ số chung của đợt.",
      )}
    </p>
  );
}
