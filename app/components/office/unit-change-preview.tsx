import { formatCount } from "~/i18n/numbers";
import { useMessages, useWords } from "~/i18n/use-words";

export interface ShownPreview {
  effects: readonly string[];
  warnings: readonly string[];
  uses: { responses: number; surveys: number; points: number; accounts: number };
}

/** What a change would do and what hangs on the units that it ends, before anything is done. */
export function UnitChangePreview({ preview: { effects, warnings, uses } }: { preview: ShownPreview }) {
  const t = useWords();
  const tell = useMessages();
  const hanging = [
    uses.responses > 0 && t("{n} phiếu đã thu: giữ nguyên ở đơn vị cũ.", { n: formatCount(uses.responses) }),
    uses.surveys > 0 &&
      t(
        "{n} đợt khảo sát chưa đóng có đơn vị cũ: vẫn thu theo đơn vị cũ đến khi đóng; chép đợt sang năm sau sẽ lấy đơn vị mới.",
        {
          n: formatCount(uses.surveys),
        },
      ),
    uses.points > 0 &&
      t("{n} điểm khảo sát: mã QR đã in vẫn dùng được cho các đợt ấy.", { n: formatCount(uses.points) }),
    uses.accounts > 0 &&
      t("{n} tài khoản thuộc đơn vị cũ: chuyển sang đơn vị mới ở mục Tài khoản.", { n: formatCount(uses.accounts) }),
  ].filter((text) => text !== false);
  return (
    <section className="notice" role="status" aria-labelledby="preview-heading">
      <h2 id="preview-heading">{t("Nếu ghi nhận, sẽ như sau")}</h2>
      <ul>
        {[...effects.map(tell), ...hanging].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {warnings.length > 0 && (
        <>
          <h3>{t("Cần xem lại")}</h3>
          <ul>
            {warnings.map((text) => (
              <li key={text}>{tell(text)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
