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

  "So sánh": "Compare",
  "Đơn vị thứ nhất": "First unit",
  "So với": "Compared with",
  "Phần còn lại của đợt khảo sát": "The rest of the survey",
  "phần còn lại": "the rest",
  "Hai nhóm là một. Chọn một đơn vị khác để so sánh.": "Both groups are one. Choose another unit to compare.",
  "Một đơn vị nằm trong đơn vị kia nên có chung người trả lời, không so sánh với nhau được.":
    "One unit lies inside the other, so they share respondents and cannot be compared.",
  "Một trong hai nhóm có quá ít người, hoặc sẽ để lộ số liệu của nhóm không công bố, nên không so sánh được.":
    "One of the groups has too few people, or would give away a group that is not published, so they are not compared.",
  "Một trong hai đơn vị chưa có phiếu trả lời.": "One of the units has no answers yet.",
  "Đợt khảo sát không có phiếu nào ngoài đơn vị này để so sánh.":
    "The survey has no forms outside this unit to compare it with.",
  "Địa chỉ nêu một đơn vị không có trong kết quả mà tài khoản được xem. Chọn lại đơn vị.":
    "The address names a unit that is not among the results your account may see. Choose again.",
  "Chọn hai đơn vị, hoặc một đơn vị và phần còn lại của đợt khảo sát, rồi bấm “So sánh”.":
    "Choose two units, or one unit and the rest of the survey, then press “Compare”.",
  "{first} so với {second}": "{first} compared with {second}",
  "{first}: {n} phiếu. {second}: {m} phiếu.": "{first}: {n} forms. {second}: {m} forms.",
  "Bảng so sánh hai nhóm": "Table comparing two groups",
  "Chỉ số": "Index",
  "Chênh lệch (điểm %)": "Difference (percentage points)",
  "Chênh lệch (điểm)": "Difference (points)",
  "p (Holm)": "p (Holm)",
  "Kết luận về {first}": "What can be said of {first}",
  "Cao hơn rõ rệt": "Clearly higher",
  "Thấp hơn rõ rệt": "Clearly lower",
  "Chưa đủ căn cứ để kết luận có chênh lệch": "Not enough ground to conclude that there is a difference",
  "Kết luận dựa trên trị p đã chỉnh theo Holm cho cả {n} dòng của bảng: xem nhiều dòng thì dễ gặp một chênh lệch do ngẫu nhiên. “Rõ rệt” khi p dưới 0,05. “Chưa đủ căn cứ” không có nghĩa là bằng nhau.":
    "Conclusions rest on p-values adjusted by Holm over all {n} lines of the table: among many lines one is easily different by chance. “Clearly” is p below 0.05. “Not enough ground” does not mean equal.",
  "Khoảng của chênh lệch tính theo Newcombe, chưa chỉnh theo số dòng.":
    "Intervals of differences are Newcombe's, not adjusted for the number of lines.",
  "Khoảng của chênh lệch tính theo Welch, chưa chỉnh theo số dòng.":
    "Intervals of differences are Welch's, not adjusted for the number of lines.",

  "Xếp hạng đơn vị": "Ranking of units",
  "Xếp hạng theo tỷ lệ hài lòng chung": "Ranking by overall satisfaction rate",
  "Hai đơn vị có khoảng thứ hạng chồng lên nhau thì chưa đủ căn cứ để nói đơn vị nào hơn. Không dùng riêng cột thứ hạng.":
    "Where the intervals of two units' ranks overlap, there is no sufficient ground to say which is better. Never use the rank alone.",
  "Khoảng thứ hạng của từng đơn vị": "Interval of ranks of each unit",
  "Chưa có đơn vị nào đủ người trả lời để xếp hạng.": "No unit has enough respondents to be ranked.",
  "Bảng xếp hạng đơn vị": "Table of ranks of units",
  "Thứ hạng": "Rank",
  "Khoảng thứ hạng 95%": "95% interval of ranks",
  "Xếp hạng trong {n} đơn vị có số liệu được công bố. Khoảng thứ hạng: 95% các lần mô phỏng từ tỷ lệ và khoảng của từng đơn vị cho thứ hạng nằm trong đó. Tỷ lệ bằng nhau thì cùng hạng.":
    "Ranked among the {n} units whose figures are published. Interval of ranks: in 95% of simulations from each unit's rate and interval its rank lies within. Equal rates share a rank.",
  "Không công bố nên không xếp hạng": "Not published, hence without a rank",
  "Chưa có dữ liệu nên không xếp hạng": "No data yet, hence without a rank",
  "Mẫu phiếu không có mức nào được đánh dấu hài lòng nên không có tỷ lệ để xếp hạng.":
    "The questionnaire marks no level as satisfied, so there is no rate to rank by.",
} as const;
