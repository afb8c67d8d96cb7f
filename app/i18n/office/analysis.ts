/** English of officers' phrases: the analysts' room of a survey. */
export const ANALYSIS_ENGLISH = {
  "Phân tích": "Analysis",
  "Phân tích: {title}": "Analysis: {title}",
  "Các cách xem": "Views",
  "Đơn vị và yếu tố": "Units and factors",

  "Người trả lời": "Respondents",
  "Đợt khảo sát này không có giá trị mà địa chỉ nêu ở: {names}. Số liệu dưới đây không lọc theo phần đó.":
    "This survey has no such value as the address asks for: {names}. The figures below are not filtered by it.",
  "Không lọc ở trang này: {names}.": "Not filtered by on this page: {names}.",
  "Chỉ tính phiếu đang được đưa vào kết quả; phiếu giữ lại chờ xem xét không có ở đây.":
    "Only forms that count in the results; forms held for review are not in here.",
  "Chưa có phiếu trả lời nào nên chưa có gì để phân tích.": "There are no answers yet, hence nothing to analyse.",
  "Không có nhóm nào khớp với bộ lọc.": "No group fits the filter.",
  "Bỏ bớt một phần của bộ lọc để xem nhiều đơn vị và người trả lời hơn.":
    "Take a part of the filter off to see more units and respondents.",

  "Chỉ số được xem": "Figure shown",
  "Chỉ số theo đơn vị và yếu tố": "Indices by unit and factor",
  "Bảng chỉ số theo đơn vị và yếu tố": "Table of indices by unit and factor",
  Chung: "Overall",
  che: "masked",
  "Yếu tố: {columns}.": "Factors: {columns}.",
  "Số nhỏ dưới mỗi chỉ số là số người có câu trả lời hợp lệ.":
    "The small number under each index is the people with a valid answer.",
  "Thang màu": "Colour scale",
  "dưới {to}": "below {to}",
  "từ {from} đến dưới {to}": "from {from} to below {to}",
  "từ {from} trở lên": "{from} and above",
} as const;
