/** English of officers' phrases: the analysts' room of a survey. */
export const ANALYSIS_ENGLISH = {
  "Phân tích": "Analysis",
  "Phân tích: {title}": "Analysis: {title}",
  "Các cách xem": "Views",
  "Đơn vị và yếu tố": "Units and factors",
  "Kênh và phiếu có dấu hiệu": "Channels and flagged forms",
  "Tỷ lệ hài lòng theo từng cách tính": "Satisfaction by whose answers are counted",
  "Tất cả phiếu": "All forms",
  "Nhóm dưới {cell} người, kênh dưới {unit} người không công bố; vài ô khác để trống theo, vì lấy tổng trừ đi sẽ ra số của nhóm ít người.":
    "Groups below {cell} persons and channels below {unit} are not published; some other cells are withheld with them, since subtraction would give a small group away.",
  "Phiếu có dấu hiệu là phiếu mà một quy tắc chất lượng đánh dấu; bỏ chúng ở đây không đổi kết quả.":
    "Flagged forms are those that a quality rule marks; leaving them out here does not change the results.",

  "Người trả lời": "Respondents",
  "Từ tháng": "From month",
  "Đến tháng": "To month",
  "Bỏ phiếu có dấu hiệu": "Without flagged forms",
  "Chỉ phiếu có dấu hiệu": "Flagged forms only",
  "Đang lọc": "Filtered by",
  "Bỏ hết lọc": "Clear all filters",
  "Bỏ lọc này: {what}": "Take this filter off: {what}",
  "Không lọc được theo: {names}. Đợt khảo sát này không có giá trị ấy, hoặc tháng cuối đứng trước tháng đầu.":
    "Not filtered by: {names}. This survey has no such value, or the last month comes before the first.",
  "Không lọc ở trang này: {names}.": "Not filtered by on this page: {names}.",
  "Chỉ tính phiếu đang được đưa vào kết quả; phiếu giữ lại chờ xem xét không có ở đây.":
    "Only forms that count in the results; forms held for review are not in here.",
  "Chưa có phiếu trả lời nào nên chưa có gì để phân tích.": "There are no answers yet, hence nothing to analyse.",
  "Không có nhóm nào khớp với bộ lọc.": "No group fits the filter.",
  "Đang ghép {n} điều kiện nên không công bố được con số nào.":
    "{n} conditions are combined, so no figure can be published.",
  "Tháng, kênh, người trả lời và chất lượng phiếu: mỗi điều kiện chia phiếu thành nhóm nhỏ hơn. Từ ba điều kiện, các nhóm thường quá ít người, và lấy số của nhóm này trừ nhóm kia sẽ biết ai trả lời gì.":
    "Months, channel, respondents and quality: each condition splits the forms into smaller groups. From three on, most groups have too few people, and subtracting one from another would tell who answered what.",
  "Cách xem: bỏ bớt một điều kiện. Một hoặc hai điều kiện thường đã có số.":
    "What to do: take one condition off. With one or two there usually are figures.",
  "Mọi nhóm của bộ lọc này đều không công bố.": "No group of this filter is published.",
  "Nhóm quá ít người, hoặc từ số của nhóm sẽ tính ra được một nhóm quá ít người.":
    "The groups have too few people, or their figures would give such a group away.",
  "Cách xem: bỏ bớt một điều kiện, hoặc chọn khoảng thời gian dài hơn.":
    "What to do: take one condition off, or choose a longer period.",
  "Bỏ bớt một phần của bộ lọc để xem nhiều đơn vị và người trả lời hơn.":
    "Take a part of the filter off to see more units and respondents.",

  "Chỉ số được xem": "Figure shown",
  "Chỉ số theo đơn vị và yếu tố": "Indices by unit and factor",
  "Bảng chỉ số theo đơn vị và yếu tố": "Table of indices by unit and factor",
  Chung: "Overall",
  che: "masked",
  "Yếu tố: {columns}.": "Factors: {columns}.",
  "Trang này không lọc theo: {names}. Bộ lọc được giữ khi quay lại trang Phân tích.":
    "This page does not filter by: {names}. The filter is kept for when you go back to Analysis.",
  "Xếp hạng theo": "Rank by",
  "Xếp hạng theo tỷ lệ hài lòng: {of}": "Ranked by satisfaction rate: {of}",
  "Địa chỉ nêu một yếu tố hoặc câu hỏi mà mẫu phiếu không có: đang xếp theo hài lòng chung.":
    "The address names a factor or question that the form does not have: ranked by overall satisfaction.",
  "Thấp nhất: {units}": "Lowest: {units}",
  "Cao nhất: {units}": "Highest: {units}",
  "{names} và {n} đơn vị khác": "{names} and {n} other units",
  "Đủ căn cứ: không đơn vị nào khác có thể đứng cuối.": "The grounds suffice: no other unit may stand last.",
  "Đủ căn cứ: không đơn vị nào khác có thể đứng đầu.": "The grounds suffice: no other unit may stand first.",
  "Chưa chắc chắn: {names} cũng có thể đứng cuối.": "Not certain: {names} may also stand last.",
  "Chưa chắc chắn: {names} cũng có thể đứng đầu.": "Not certain: {names} may also stand first.",
  "Dưới mỗi chỉ số: n là số người có câu trả lời hợp lệ, rồi {interval}.":
    "Under each index: n, the people with a valid answer, then the {interval}.",
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
  "So sánh hai đơn vị": "Compare two units",
  "So sánh hai tháng": "Compare two months",
  "So với tháng": "Compared with the month",
  "tháng {month}": "month {month}",
  "Hai tháng là một. Chọn một tháng khác để so sánh.": "The two months are one. Choose another to compare with.",
  "Một trong hai tháng không có phiếu nào của nhóm đang xem.": "One of the two months has no forms of this group.",
  "Địa chỉ nêu một tháng không thuộc đợt khảo sát này. Chọn lại tháng.":
    "The address names a month that is not in this survey. Choose the month again.",
  "Đợt khảo sát mới có một tháng. So với đợt khác: mở trang “So với các đợt trước”.":
    "The survey has only one month so far. To compare with other surveys, open “Earlier surveys”.",
  "Gộp phiếu, tính theo ngày nộp. Hai tháng có thể khác nhau về đơn vị và kênh có phiếu: muốn so cùng điều kiện, chọn một đơn vị và lọc theo kênh thu.":
    "Forms taken together, by the day they were handed in. The two months may differ in the units and channels that have forms: to compare like with like, choose one unit and filter by channel.",
  "Chỉ số chung của {first} cao hơn {second} {n}.": "The overall index of {first} is {n} higher than that of {second}.",
  "Chỉ số chung của {first} thấp hơn {second} {n}.": "The overall index of {first} is {n} lower than that of {second}.",
  "Chỉ số chung: chưa đủ căn cứ để kết luận {first} và {second} có chênh lệch.":
    "Overall index: not enough ground to conclude that {first} and {second} differ.",
  "Có chênh lệch rõ rệt ở {k} trong {n} dòng dưới đây.": "Clear differences in {k} of the {n} lines below.",
  "{n} điểm phần trăm": "{n} percentage points",
  "{n} điểm": "{n} points",
  "{low} đến {high}": "{low} to {high}",
  "Thang mức: {range}": "Scale: {range}",
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
  "Chênh lệch (điểm %)": "Difference (percentage points)",
  "Chênh lệch (điểm)": "Difference (points)",
  "p (Holm)": "p (Holm)",
  "Kết luận về {first}": "What can be said of {first}",
  "Cao hơn rõ rệt": "Clearly higher",
  "Thấp hơn rõ rệt": "Clearly lower",
  "Kết luận dựa trên trị p đã chỉnh theo Holm cho cả {n} dòng của bảng: xem nhiều dòng thì dễ gặp một chênh lệch do ngẫu nhiên. “Rõ rệt” khi p dưới 0,05. “Chưa đủ căn cứ” không có nghĩa là bằng nhau.":
    "Conclusions rest on p-values adjusted by Holm over all {n} lines of the table: among many lines one is easily different by chance. “Clearly” is p below 0.05. “Not enough ground” does not mean equal.",
  "{interval} của chênh lệch": "{interval} of the difference",
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
  "Chỉ {unit} có số liệu trong phạm vi đang xem: một đơn vị thì không có gì để xếp hạng.":
    "Only {unit} has figures within what is shown: there is nothing to rank a single unit against.",
  "Tài khoản chỉ được xem số liệu của một đơn vị nên không có đơn vị nào để so sánh.":
    "This account sees the figures of one unit only, so there is nothing to compare it with.",
  "Không công bố nên không xếp hạng": "Not published, hence without a rank",
  "Chưa có dữ liệu nên không xếp hạng": "No data yet, hence without a rank",
  "Mẫu phiếu không có mức nào được đánh dấu hài lòng nên không có tỷ lệ để xếp hạng.":
    "The questionnaire marks no level as satisfied, so there is no rate to rank by.",

  "Yếu tố quan trọng": "Drivers",
  "Yếu tố nào đi cùng sự hài lòng chung": "Which factors overall satisfaction goes with",
  "Câu chung: {code}. {text}": "Overall question: {code}. {text}",
  "Câu về sự hài lòng chung": "Question about overall satisfaction",
  "Mức quan trọng (%)": "Importance (%)",
  "Gợi ý": "Suggestion",
  "Ưu tiên cải thiện: quan trọng, điểm thấp": "Improve first: important, low score",
  "Giữ vững: quan trọng, điểm cao": "Keep up: important, high score",
  "Duy trì: ít quan trọng hơn, điểm cao": "Maintain: less important, high score",
  "Ưu tiên cải thiện": "Improve first",
  "Giữ vững": "Keep up",
  "Duy trì": "Maintain",
  "Làm sau": "Later",
  "Làm sau: ít quan trọng hơn, điểm thấp": "Later: less important, low score",
  "Số người trả lời đủ câu chung và mọi yếu tố quá ít nên không công bố.":
    "Too few people answered the overall question and all factors, so this is not published.",
  "Chưa có đủ người trả lời cả câu chung và mọi yếu tố để tính.":
    "Not enough people answered both the overall question and all factors.",
  "Câu trả lời chung không khác nhau hoặc không đi cùng yếu tố nào, nên không xếp được yếu tố nào quan trọng.":
    "Overall answers do not vary, or go with no factor, so none can be called important.",
  "Bản đồ mức quan trọng và điểm của các yếu tố": "Importance–performance map of the factors",
  "Bảng mức quan trọng và điểm của các yếu tố": "Table of importance and score of the factors",
  "n = {n} người trả lời câu chung và có ít nhất một câu hợp lệ ở mỗi yếu tố. Các yếu tố cùng nhau giải thích {share} khác biệt của câu chung (R²). Mức quan trọng: phần của mỗi yếu tố trong đó (Johnson 2000). Đi cùng không có nghĩa là nguyên nhân.":
    "n = {n} people who answered the overall question and have a valid answer in every factor. Together the factors explain {share} of the differences in the overall question (R²). Importance: each factor's part of that (Johnson 2000). Going together does not mean causing.",
  "Hai đường cắt của bản đồ là số trung bình của các yếu tố.": "The map is cut at the means of the factors.",
  "Mẫu phiếu không có câu nào hỏi về sự hài lòng chung ngoài các yếu tố, nên không tính được yếu tố nào tác động nhiều. Lấy chỉ số chung thay vào thì các yếu tố chỉ giải thích chính chúng.":
    "The questionnaire has no question about overall satisfaction besides the factors, so drivers cannot be computed. With the overall index in its place the factors would only explain themselves.",
  "Các tiêu chí của một yếu tố có đi cùng nhau không (Cronbach α)":
    "Do the items of a factor go together (Cronbach's α)",
  "Bảng độ tin cậy của các yếu tố": "Table of reliability of the factors",
  "Yếu tố, tiêu chí": "Factor, item",
  "α chuẩn hóa": "Standardised α",
  "α nếu bỏ tiêu chí": "α without the item",
  "cao hơn khi bỏ": "higher without it",
  "không xác định": "undefined",
  "Tính trên n người trả lời hợp lệ mọi tiêu chí của yếu tố, không trọng số. α từ 0,7 thường được coi là đủ. “α nếu bỏ tiêu chí” cao hơn α của yếu tố thì tiêu chí ấy có thể không hợp với yếu tố.":
    "Over the n people with valid answers to all items of the factor, unweighted. An α of 0.7 is commonly taken as enough. Where “α without the item” is higher than the factor's α, that item may not belong.",

  "Nhóm người trả lời": "Groups of respondents",
  "Phiếu của nhân viên không chia theo người trả lời: trong một đơn vị, mọi người biết nhau nên chia nhỏ sẽ lộ ai trả lời gì.":
    "Forms of staff are not split by respondent: colleagues know one another, and small groups would tell who answered what.",
  "Mẫu phiếu không có câu hỏi về người trả lời để chia nhóm.":
    "The questionnaire has no question about the respondent to split by.",
  "Chia theo": "Split by",
  "Địa chỉ nêu một câu hỏi mà mẫu phiếu không có. Chọn lại câu hỏi.":
    "The address names a question that the questionnaire does not have. Choose again.",
  "{index} theo: {by}": "{index} by: {by}",
  "Tỷ lệ hài lòng theo nhóm người trả lời, phần trăm": "Satisfaction rate by group of respondents, per cent",
  "Bảng chỉ số theo nhóm người trả lời": "Table of indices by group of respondents",
  "“che”: nhóm quá ít người, mọi người trong nhóm trả lời như nhau, hoặc con số của nhóm khác sẽ suy ra được từ nhóm này.":
    "“masked”: the group has too few people, all of them answered alike, or another group's figure would follow from it.",
} as const;
