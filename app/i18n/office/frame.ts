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
} as const;
