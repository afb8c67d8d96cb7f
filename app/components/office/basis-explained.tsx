import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { SampleBasis } from "~/surveys/survey";

const BASES: Readonly<Record<SampleBasis, { name: Phrase; meaning: Phrase }>> = {
  probability: {
    name: "chọn ngẫu nhiên (mẫu xác suất)",
    meaning:
      "Sai số trong bảng đúng khi người trả lời được rút ngẫu nhiên từ một danh sách; ghi lại lần rút ở trang Rút mẫu.",
  },
  census: {
    name: "khảo sát toàn bộ",
    meaning: "Hỏi tất cả mọi người thuộc đối tượng: cỡ mẫu bằng N thì không còn sai số chọn mẫu.",
  },
  quota: {
    name: "theo chỉ tiêu hoặc gặp ai hỏi người ấy (hạn ngạch, thuận tiện)",
    meaning:
      "Cỡ mẫu là chỉ tiêu phấn đấu. Người trả lời không được chọn ngẫu nhiên nên sai số chỉ là sai số theo mô hình, không phản ánh sai lệch do cách chọn.",
  },
  voluntary: {
    name: "tự nguyện",
    meaning:
      "Quét mã QR, ai muốn thì trả lời: cỡ mẫu là chỉ tiêu phấn đấu. Đủ phiếu cũng không làm kết quả đại diện cho mọi người; sai số chỉ là sai số theo mô hình, không phản ánh sai lệch do tự chọn.",
  },
};

/** What a sample of this basis can claim, beside the sizes reckoned for it. */
export function BasisExplained({ basis }: { basis: SampleBasis }) {
  const t = useWords();
  return (
    <aside className="notice" aria-label={t("Cơ sở của mẫu")}>
      <p>
        <strong>
          {t("Cách chọn người trả lời")}: {t(BASES[basis].name)}.
        </strong>{" "}
        {t(BASES[basis].meaning)}
      </p>
    </aside>
  );
}
