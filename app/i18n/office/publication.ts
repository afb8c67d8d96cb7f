/** English of officers' phrases: publishing results and taking them back. */
export const PUBLICATION_ENGLISH = {
  "Công bố kết quả": "Publish results",
  "Thu hồi kết quả đã công bố": "Withdraw published results",
  "Lời ghi: {value}": "Note: {value}",
  "Đã công bố. Người dân đọc được kết quả ở địa chỉ dưới đây.":
    "Published. Everybody can read the results at the address below.",
  "Đã thu hồi. Trang kết quả nay chỉ còn ngày thu hồi và lý do; máy nào mở lại trang cũng thấy ngay.":
    "Withdrawn. The public page now holds only the day and the reason; whoever opens it again sees that at once.",
  "Đã thu hồi. Trang kết quả chỉ còn ngày thu hồi và lý do.":
    "Withdrawn. The public page holds only the day and the reason.",
  "Bản chốt hoặc lần công bố này đã thay đổi. Xem lại trang rồi làm lại.":
    "The snapshot or this publication has changed. Look at the page again, then try once more.",
  "Lời ghi dài nhất 500 ký tự.": "The note has at most 500 characters.",
  "Ghi lý do thu hồi: người dân đọc lý do này ở trang kết quả.":
    "Write why it is withdrawn: people read it on the page of the results.",
  "Ghi vì sao số liệu đổi: người dân đọc lời này cạnh số liệu mới.":
    "Write why the figures change: people read it beside the new ones.",
  "Đang công bố bản chốt số {number}.": "Snapshot {number} is published.",
  "Chưa công bố. Người dân chưa đọc được kết quả của đợt này.":
    "Not published. The public cannot read the results of this survey yet.",
  "Chưa công bố được: chỉ công bố số liệu đã chốt. Chốt kết quả ở trang Tổng quan trước.":
    "Nothing to publish: only finalised figures are published. Finalise the results on the overview first.",
  "Mở trang Tổng quan": "Open the overview",
  "Đợt này dùng câu trả lời mô phỏng: mọi trang công bố đều mang dòng “SỐ LIỆU MÔ PHỎNG”.":
    "This survey holds simulated answers: every public page of it says so.",
  "Thu hồi kết quả…": "Withdraw the results…",
  "Tôi muốn thu hồi kết quả đã công bố": "I want to withdraw the published results",
  "Thu hồi kết quả": "Withdraw the results",
  "Số liệu, tệp dữ liệu và phần tiếp thu, giải trình không còn đọc được nữa; trang kết quả chỉ còn ngày thu hồi và lý do. Bản chốt vẫn giữ nguyên, có thể công bố lại.":
    "Figures, data files and what units answered can no longer be read; the page only tells the day of the withdrawal and why. The snapshot is kept and can be published again.",
  "Lý do thu hồi, người dân đọc được": "Why it is withdrawn, said to the public",
  "Xem các bản chốt số liệu": "See the snapshots",
  "Thay bằng bản chốt số {number}…": "Replace by snapshot {number}…",
  "Công bố bản chốt số {number}…": "Publish snapshot {number}…",
  "Tôi đã xem kết quả và được giao công bố": "I have looked at the results and am entitled to publish them",
  "Ai cũng đọc được: chỉ số của từng đơn vị với khoảng 95% và số người, phương pháp, tệp dữ liệu mở. Đơn vị quá ít người chỉ ghi “không công bố”. Không có ý kiến viết.":
    "Everybody can read: the indices of each unit with their 95% intervals and number of persons, the method, open data files. Units with too few persons only say “not published”. Written comments are not shown.",
  "{n} đơn vị chỉ đổi vài phiếu so với bản đang công bố: ai giữ cả hai bản có thể suy ra câu trả lời của vài người. Nên gộp đính chính nhỏ vào một lần.":
    "{n} units changed by a few responses only since what is published: whoever keeps both could work out what a few persons answered. Better put small corrections together.",
  "Vì sao số liệu đổi, người dân đọc được": "Why the figures change, said to the public",
  "Lời ghi cho người dân (không bắt buộc)": "Note to the public (optional)",
  "Các lần công bố": "Publications",
  "Bảng các lần công bố": "Table of publications",
  "Công bố lúc": "Published",
  Nay: "Now",
  "đang công bố": "published",
  "được thay lúc {moment}, {by}": "replaced {moment}, {by}",
  "thu hồi lúc {moment}, {by}": "withdrawn {moment}, {by}",
} as const;
