/** English of officers' phrases: titles of pages, codes and posters of points, and why a page or file cannot be had. */
export const PAGES_ENGLISH = {
  "Lập đợt mới từ: {title}": "New survey from: {title}",
  "Biên bản rút mẫu": "Minutes of the draw",
  "Rút mẫu – {title}": "Draws – {title}",
  "Sửa: {title}": "Edit: {title}",
  "Tệp {title}": "File {title}",
  "Nhập tệp: {title}": "Import a file: {title}",
  "Điều tra viên: {title}": "Interviewers: {title}",
  "Theo dõi thu phiếu: {title}": "Fieldwork: {title}",
  "{title}: phiếu giấy": "{title}: paper forms",
  "Phiếu giấy: {title}": "Paper forms: {title}",
  "Kế hoạch – {title}": "Plan – {title}",
  "Đơn vị và cỡ mẫu – {title}": "Units and sample sizes – {title}",
  "Mã của điểm khảo sát": "Code of the survey point",
  "Nhập điểm khảo sát từ tệp": "Import survey points from a file",

  "Mã đang dùng": "Code in use",
  "đã thu hồi từ ngày {day}": "withdrawn since {day}",
  "Áp phích": "Poster",
  "Mã cũ": "Former code",
  ", thay ngày {day}: {reason}.": ", replaced on {day}: {reason}.",
  "Áp phích bị mất hoặc hỏng": "The poster is lost or damaged",
  "Mã bị dùng sai, có người gửi phiếu hộ hoặc gửi hàng loạt":
    "The code is misused: somebody sends forms for others or in bulk",
  "Quầy chuyển chỗ, áp phích cũ còn treo ở nơi khác": "The counter has moved, the old poster still hangs elsewhere",
  "Thay mã mới": "Replace the code",
  "Áp phích mang mã {code} sẽ thôi nhận phiếu ngay{surveys}; ai quét sẽ được báo mã đã thay. Phiếu đã nhận vẫn giữ. Sau đó phải in và treo áp phích mới. Không lấy lại mã cũ được.":
    "Posters with the code {code} stop taking forms at once{surveys}; whoever scans one is told that the code was replaced. Forms already received are kept. Afterwards a new poster must be printed and put up. The old code cannot be brought back.",
  "Tôi muốn thay mã này": "I want to replace this code",
  "Thu hồi mã": "Withdraw the code",
  "Điểm này thôi nhận phiếu ngay{surveys}, và không có mã thay. Phiếu đã nhận vẫn giữ. Có thể khôi phục bất cứ lúc nào.":
    "The point stops taking forms at once{surveys}, and gets no other code. Forms already received are kept. The code can be restored at any time.",
  "Tôi muốn thu hồi mã này": "I want to withdraw this code",
  "Khôi phục mã": "Restore the code",
  "Áp phích cũ dùng lại được ngay, không phải in lại.": "The old poster works again at once and need not be reprinted.",
  ", ở đợt đang mở của điểm này": ", for the point's open survey",
  ", ở cả {n} đợt đang mở của điểm này": ", for all {n} open surveys of the point",
  "Mã đã đổi trạng thái. Tải lại trang để xem.": "The state of the code has changed. Reload the page to see it.",

  "{n} áp phích, khổ {layout}": "{n} posters, size {layout}",
  "Tải áp phích (PDF)": "Download the posters (PDF)",
  "Đang chờ tệp khác dựng xong.": "Waiting until another file is made.",
  "Đã dựng {n} trên {total} trang.": "{n} of {total} pages are made.",
  "Đã xong. Tệp được giữ một giờ.": "Done. The file is kept for an hour.",
  "Không dựng được tệp. Xin thử lại; nếu vẫn lỗi, báo quản trị hệ thống.":
    "The file could not be made. Please try again; if it fails again, tell the system administrator.",
  "Đã hủy.": "Cancelled.",
  "Tệp áp phích này chưa xong hoặc không còn.": "This file of posters is not finished or no longer there.",
  "Tệp áp phích này không còn: tệp chỉ giữ một giờ. Xin tạo lại từ trang Điểm khảo sát.":
    "This file of posters is no longer there: files are kept for an hour only. Please make it again from the page of points.",
  "Chưa chọn điểm nào để in": "No point is chosen for printing",
  "Trở lại trang Điểm khảo sát của đợt, đánh dấu các điểm cần áp phích rồi bấm tải.":
    "Go back to the survey's page of points, tick the points that need a poster and press download.",
  "Không có áp phích để in": "No poster to print",
  "Trong phạm vi của tài khoản, đợt này không có điểm khảo sát nào đang dùng mã.":
    "Within the scope of your account, no point of this survey has a code in use.",
  "Máy chủ đang dựng nhiều tệp áp phích. Xin thử lại sau vài phút.":
    "The server is making many files of posters. Please try again in a few minutes.",

  "Không có cảnh báo này trong phạm vi của tài khoản, hoặc đã xem rồi.":
    "No such alert within the scope of your account, or it was seen already.",
  "Không có mẫu phiếu này.": "There is no such questionnaire.",
  "Không có mẫu phiếu này trong lĩnh vực của tài khoản.": "No such questionnaire in the sector of your account.",
  "Bản nháp mẫu phiếu": "Draft of a questionnaire",
  "Không có bản nháp này trong phạm vi của tài khoản.": "No such draft within the scope of your account.",
  "Không có lần lưu này.": "There is no such save.",
  "Không có lần rút này trong đợt khảo sát.": "There is no such draw in the survey.",
  "Chưa rút được mẫu": "No sample was drawn",
  "Về trang Rút mẫu": "To the page of draws",
  "Đợt khảo sát đã đóng, không sửa được nữa": "The survey is closed and can no longer be edited",
  "“{title}”: muốn kéo dài hoặc thêm đơn vị, mở lại đợt khảo sát trước.":
    "“{title}”: to prolong it or to add units, reopen the survey first.",
  "Không có danh sách dòng sai của tệp này, hoặc đã xóa sau 7 ngày.":
    "There is no list of wrong rows of this file, or it was deleted after 7 days.",
  "Không có tệp này trong đợt khảo sát.": "There is no such file in the survey.",
  "Không còn mã nào chưa dùng, hoặc đợt mã không thuộc phạm vi của tài khoản.":
    "No unused code is left, or the batch is outside the scope of your account.",
  "Không có đơn vị này trong phạm vi của tài khoản.": "No such unit within the scope of your account.",
  "Không có điểm khảo sát này trong phạm vi của tài khoản.": "No such survey point within the scope of your account.",
} as const;
