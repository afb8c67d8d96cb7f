import { Link } from "@remix-run/react";
import type { SurveyComments } from "~/comments/survey-comments";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";

/** How comments are shown and why none may be; what must not be done with them. */
export function CommentsNote({ comments }: { comments: SurveyComments }) {
  const t = useWords();
  const language = useLanguage();
  const { state, scope, unit, units } = comments;
  const least = formatCount(comments.least, language);
  if (state !== "released") {
    return (
      <div className="empty-state">
        <p>{t(ABSENT[state], { n: least })}</p>
        {unit && (
          <p>
            <Link to="?">{t("Xem ý kiến của tất cả đơn vị")}</Link>
          </p>
        )}
      </div>
    );
  }
  return (
    <aside className="notice" aria-label={t("Cách hiện ý kiến")}>
      {scope === "part" && (
        <p>
          <strong>{t("Chỉ có ý kiến gửi tới các đơn vị thuộc phạm vi của tài khoản.")}</strong>
        </p>
      )}
      <p>
        {t(
          "Ý kiến hiện theo từng lượt từ {n} người trở lên, lượt mới trước; ý kiến mới chờ đến khi đủ một lượt. Không kèm thời gian hay câu trả lời khác.",
          { n: least },
        )}
        {units.length > 0 &&
          ` ${t("Đơn vị có dưới {n} người viết không có danh sách riêng, ý kiến nằm trong danh sách chung.", { n: least })}`}
      </p>
      <p>
        {t(
          "Số điện thoại, thư điện tử, số giấy tờ đã được che; tên người thì không. Không dùng trang này để tìm xem ai đã viết.",
        )}
      </p>
    </aside>
  );
}

const ABSENT: Readonly<Record<Exclude<SurveyComments["state"], "released">, Phrase>> = {
  "no-questions": "Phiếu khảo sát này không có câu hỏi tự viết.",
  nobody: "Chưa có ai viết ý kiến.",
  few: "Chưa đủ {n} người viết ở đây nên chưa hiện ý kiến nào, để không ai nhận ra người viết.",
};
