import { Link } from "@remix-run/react";
import type { SurveyComments } from "~/comments/survey-comments";
import { formatCount } from "~/i18n/numbers";

/** How comments are shown and why none may be; what must not be done with them. */
export function CommentsNote({ comments }: { comments: SurveyComments }) {
  const { state, scope, unit, units, least } = comments;
  if (state !== "released") {
    return (
      <div className="empty-state">
        <p>{ABSENT[state](formatCount(least))}</p>
        {unit && (
          <p>
            <Link to="?">Xem ý kiến của tất cả đơn vị</Link>
          </p>
        )}
      </div>
    );
  }
  return (
    <aside className="notice" aria-label="Cách hiện ý kiến">
      {scope === "part" && (
        <p>
          <strong>Chỉ có ý kiến gửi tới các đơn vị thuộc phạm vi của tài khoản.</strong>
        </p>
      )}
      <p>
        Ý kiến hiện theo từng lượt từ {formatCount(least)} người trở lên, lượt mới trước; ý kiến mới chờ đến khi đủ một
        lượt. Không kèm thời gian hay câu trả lời khác.
        {units.length > 0 &&
          ` Đơn vị có dưới ${formatCount(least)} người viết không có danh sách riêng, ý kiến nằm trong danh sách chung.`}
      </p>
      <p>
        Số điện thoại, thư điện tử, số giấy tờ đã được che; tên người thì không. Không dùng trang này để tìm xem ai đã
        viết.
      </p>
    </aside>
  );
}

const ABSENT: Readonly<Record<Exclude<SurveyComments["state"], "released">, (least: string) => string>> = {
  "no-questions": () => "Phiếu khảo sát này không có câu hỏi tự viết.",
  nobody: () => "Chưa có ai viết ý kiến.",
  few: (least) => `Chưa đủ ${least} người viết ở đây nên chưa hiện ý kiến nào, để không ai nhận ra người viết.`,
};
