/** English of officers' phrases: the analysts' room of a survey. */
export const ANALYSIS_ENGLISH = {
  "Phân tích": "Analysis",
  "Phân tích: {title}": "Analysis: {title}",
  "Các cách xem": "Views",
  "Đơn vị và yếu tố": "Units and factors",

  "Người trả lời": "Respondents",
  "Không lọc được theo: {names}. Đợt khảo sát này không có giá trị ấy, hoặc kênh thu và người trả lời được chọn cùng lúc.":
    "Not filtered by: {names}. This survey has no such value, or channel and respondents were chosen at once.",
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

  "Phân bố câu trả lời": "Distribution of answers",
  "Nhóm này có quá ít người nên không công bố.": "This group has too few people to be published.",
  "Hoặc con số của nhóm bên cạnh sẽ suy ra được từ nhóm này.":
    "Or the figure of a neighbouring group would follow from this one.",
  "{n} đơn vị có số liệu không công bố không nằm trong nhóm này.":
    "{n} units whose figures are not published are not in this group.",
  "{n} phiếu trong nhóm đang xem.": "{n} forms in the group shown.",
  "Phân bố các mức, phần trăm câu trả lời hợp lệ": "Distribution of levels, per cent of valid answers",
  "Bảng phân bố câu trả lời theo tiêu chí, thang {levels}": "Table of answers by item, scale {levels}",
  "Tiêu chí, câu hỏi": "Item, question",
  "Không trả lời": "No answer",
  "Mỗi ô: phần trăm của n câu trả lời hợp lệ và số người. “{excluded}” và “Không trả lời” đứng riêng, ngoài n.":
    "Each cell: per cent of the n valid answers, and people. “{excluded}” and “No answer” stand apart, outside n.",
  "Mỗi ô: phần trăm của n câu trả lời hợp lệ và số người. “Không trả lời” đứng riêng, ngoài n.":
    "Each cell: per cent of the n valid answers, and people. “No answer” stands apart, outside n.",
  "Mẫu phiếu không có câu hỏi theo thang mức.": "The questionnaire has no question with a scale of levels.",
} as const;
