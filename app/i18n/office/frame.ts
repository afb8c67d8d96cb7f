/** English of officers' phrases: frame, navigation, and what every page says. */
export const FRAME_ENGLISH = {
  "Đợt khảo sát": "Surveys",
  "Mẫu phiếu": "Questionnaires",
  "Đơn vị": "Units",
  "Nhiệm vụ Phụ lục 03": "Tasks of Annex 03",
  "Máy tính bảng": "Tablets",
  "Tài khoản": "Accounts",
  "Tổng quan": "Overview",
  "Kết quả": "Results",
  "Các trang của đợt khảo sát": "Pages of the survey",
  "Không có đợt khảo sát này trong phạm vi của tài khoản.": "No such survey within the scope of your account.",
  "Chưa lưu được, xin xem lại": "Not saved, please check",
  "← Vuốt ngang để xem hết bảng →": "← Swipe sideways to see the whole table →",
  "Chọn…": "Choose…",
  "Ngày {day}": "Date: {day}",
  "Mô phỏng": "Simulated",
  "Trang không mở được": "This page could not be opened",
  "Về đợt “{title}”": "To the survey “{title}”",
  "Về trang của đợt khảo sát": "To the survey",
  "Không có trang này.": "There is no such page.",
  "Không có trang này. Xin chọn một mục ở trên.": "There is no such page. Please choose an entry above.",
  "Không có tệp này.": "There is no such file.",
  "Không có tệp này trong phạm vi của tài khoản.": "No such file within the scope of your account.",
  "Vai trò của tài khoản này không cho phép xem trang hay làm việc đó.":
    "The role of your account does not allow this page or this action.",
  "Đợt khảo sát này do cơ quan ngoài phạm vi của tài khoản thực hiện.":
    "This survey is run by a body outside the scope of your account.",
} as const;
