/** English of officers' phrases: what people wrote, and forms held back. */
export const COMMENTS_ENGLISH = {
  "Được nhắc tới nhiều": "Often spoken of",
  "{n} ý kiến": "{n} comments",
  "Ý kiến viết: {title}": "Written comments: {title}",
  "Không có đợt khảo sát hoặc đơn vị này trong phạm vi của tài khoản.":
    "No such survey or unit within the scope of your account.",
  "Cách hiện ý kiến": "How comments are shown",
  "Chỉ có ý kiến gửi tới các đơn vị thuộc phạm vi của tài khoản.":
    "Only comments to the units within the scope of your account.",
  "Ý kiến hiện theo từng lượt từ {n} người trở lên, lượt mới trước; ý kiến mới chờ đến khi đủ một lượt. Không kèm thời gian hay câu trả lời khác.":
    "Comments are shown in batches of {n} or more people, newest batch first; new comments wait until a batch is full. No times and no other answers stand beside them.",
  "Đơn vị có dưới {n} người viết không có danh sách riêng, ý kiến nằm trong danh sách chung.":
    "A unit where fewer than {n} people wrote has no list of its own; its comments are in the common list.",
  "Số điện thoại, thư điện tử, số giấy tờ đã được che; tên người thì không. Không dùng trang này để tìm xem ai đã viết.":
    "Telephone numbers, e-mail addresses and document numbers are masked; names of people are not. Do not use this page to find out who wrote.",
  "Phiếu khảo sát này không có câu hỏi tự viết.": "This questionnaire has no open question.",
  "Chưa có ai viết ý kiến.": "Nobody has written a comment yet.",
  "Chưa đủ {n} người viết ở đây nên chưa hiện ý kiến nào, để không ai nhận ra người viết.":
    "Fewer than {n} people have written here, so no comment is shown yet: nobody shall recognise who wrote.",
  "Xem ý kiến của tất cả đơn vị": "See the comments to all units",
  "Tìm chữ (không cần dấu)": "Find words (accents not needed)",
  "Không có ý kiến nào khớp với điều kiện lọc.": "No comment matches the filter.",
  "Ý kiến {first}–{last} trong {total}.": "Comments {first}–{last} of {total}.",
  "Trang ý kiến": "Pages of comments",
  "Trang trước": "Previous page",
  "Trang sau": "Next page",

  "Phiếu chờ xem xét: {title}": "Forms to review: {title}",
  "Không có phiếu nào chờ xem xét.": "No form waits to be reviewed.",
  "{n} phiếu được giữ lại, chưa tính vào kết quả. Mỗi quyết định áp dụng cho cả nhóm và có thể đổi lại.":
    "{n} forms are held back and not counted in the results. Each decision is about a whole group and can be changed.",
  "Còn {n} nhóm nữa; quyết định các nhóm trên trước.": "{n} more groups; decide about those above first.",
  "{unit}: {mark}, ngày {day}": "{unit}: {mark}, {day}",
  "Đến buổi sáng (trước 12 giờ)": "Came in the morning (before noon)",
  "Đến buổi chiều, tối": "Came in the afternoon or evening",
  "{n} phiếu, {day}. Lý do: {reason}": "{n} forms, {day}. Reason: {reason}",
  "Quyết định lại…": "Decide again…",
  "Tôi đã cân nhắc; quyết định này đổi ngay số liệu của đợt khảo sát":
    "I have considered it; this decision changes the figures of the survey at once",
  "Tính vào kết quả": "Count in the results",
  "Không tính": "Do not count",
  "Chọn tính hay không tính": "Choose whether to count them",
  "Ghi lý do, ít nhất 5 ký tự": "Give a reason, at least 5 characters",
  "Lý do dài quá 500 ký tự": "The reason is longer than 500 characters",
  "Đánh dấu vào ô xác nhận trước rồi bấm nút": "Tick the box to confirm first, then press the button",
  "Đợt khảo sát đã chốt: kết quả không đổi nữa, phiếu này vẫn được giữ bên ngoài.":
    "The survey is finalised: its results no longer change, and these forms stay outside.",
  "Không còn phiếu nào thuộc nhóm này. Tải lại trang để xem.":
    "No form of this group is left. Reload the page to see how it stands.",
} as const;
