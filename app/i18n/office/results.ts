/** English of officers' phrases: results. */
export const RESULTS_ENGLISH = {
  "không công bố": "not published",
  "Chưa có dữ liệu": "No data yet",
  "Kết quả: {title}": "Results: {title}",
  "{unit}: kết quả": "{unit}: results",
  "đơn vị này": "this unit",
  "Không có đơn vị này trong kết quả mà tài khoản được xem.":
    "No such unit among the results that your account may see.",
  "Gộp phiếu của các đơn vị trực thuộc, mỗi phiếu trọng số 1.":
    "Forms of the units below it taken together, each form with weight 1.",
  "Ghi quy mô của đơn vị": "Give the sizes of units",
  "Biết có bao nhiêu người trong đối tượng nên khoảng 95% đã thu hẹp theo phần đã hỏi (hiệu chỉnh tổng thể hữu hạn).":
    "It is known how many people there are to ask, so the 95% interval is narrowed by the part that was asked (finite population correction).",
  "{name}, theo quy mô": "{name}, by size",
  "{name}, gộp phiếu": "{name}, forms taken together",
  "Chưa tính được theo quy mô, chỉ có gộp phiếu: {missing} trong {units} đơn vị có phiếu nhưng chưa ghi quy mô (số giao dịch hoặc số người), hoặc quy mô ghi nhỏ hơn số phiếu.":
    "No figure by size yet, only forms taken together: {missing} of {units} units have forms but no size given (transactions or people), or a size below their forms.",
  "Chưa tính được theo quy mô, chỉ có gộp phiếu: không đơn vị nào được công bố.":
    "No figure by size, only forms taken together: no unit is published.",
  "Theo quy mô: mỗi đơn vị tính theo số giao dịch hoặc số người mà nó phục vụ; gộp phiếu: mỗi phiếu tính như nhau.":
    "By size: each unit counts by the transactions or people that it serves; forms taken together: each form counts the same.",
  "Con số theo quy mô tính từ {covered} trong {units} đơn vị; có đơn vị chưa ghi quy mô nên chưa biết đại diện cho bao nhiêu phần.":
    "The figure by size is made from {covered} of {units} units; some units have no size given, so it is not known what part it speaks for.",
  "Con số theo quy mô tính từ {covered} trong {units} đơn vị, đại diện cho {share} tổng quy mô.":
    "The figure by size is made from {covered} of {units} units, which stand for {share} of the total size.",
  "Đơn vị không được công bố hoặc chưa có phiếu không nằm trong đó.":
    "Units that are not published or have no forms yet are not in it.",

  "Mục tiêu của kế hoạch: tỷ lệ hài lòng chung từ {target} trở lên.":
    "Target of the plan: an overall satisfaction rate of {target} or more.",
  "Đạt: cả khoảng 95% nằm từ mục tiêu trở lên.": "Met: the whole 95% interval lies at the target or above.",
  "Chưa đạt: cả khoảng 95% nằm dưới mục tiêu.": "Not met: the whole 95% interval lies below the target.",
  "Chưa đủ căn cứ để kết luận đạt hay chưa đạt: khoảng 95% chứa mục tiêu.":
    "Too little ground to say met or not met: the 95% interval contains the target.",
  "Không đánh giá được: tỷ lệ chưa có hoặc không được công bố.":
    "Cannot be judged: there is no rate, or it is not published.",
  "Chỉ số chung": "Overall figures",
  "Tỷ lệ hài lòng chung": "Overall satisfaction rate",
  "Điểm trung bình chung": "Overall mean score",
  "Chỉ số hài lòng toàn diện": "Full satisfaction index",
  "Tỷ lệ người hài lòng với mọi tiêu chí": "Share of people satisfied with every item",
  "Cách tính: {rule}": "Method: {rule}",
  "Trên trang này": "On this page",
  "Người mà mọi câu trả lời hợp lệ đều ở mức hài lòng": "People whose valid answers are all satisfied",
  "Số phiếu": "Forms",
  "Số liệu đến ngày {day}": "Figures up to {day}",
  "n = {n} người": "n = {n} people",

  "Cơ sở của số liệu": "What the figures rest on",
  "Kênh thu": "Channels",
  "Không công bố nhóm dưới {cell} người và chỉ số của đơn vị dưới {unit} người.":
    "Not published: groups below {cell} people and indices of units below {unit} people.",
  "Số liệu cập nhật theo từng lượt: khi một đơn vị có thêm đủ 10 phiếu, hoặc khi sang ngày mới; không theo từng phiếu.":
    "Figures are updated in batches: when a unit has ten more responses, or when a new day begins; never response by response.",
  "Có nhóm đủ người cũng không công bố, nếu không thì lấy tổng trừ đi sẽ ra số của nhóm ít người.":
    "Some groups that are large enough are withheld too: else subtracting from a total would give a small group away.",
  "Mẫu phiếu: {state}.": "Questionnaire: {state}.",
  "{n} phiếu không tính vào số liệu dưới đây: có vẻ do máy gửi, đến quá muộn hoặc đã bị loại vì chất lượng. Các phiếu đó vẫn được giữ lại.":
    "{n} forms are not counted in the figures below: they seem to come from a machine, came too late or were excluded for their quality. They are kept.",
  "({mark}) Cần thận trọng khi sử dụng: dưới {n} người trả lời hoặc khoảng rộng hơn ±10 điểm phần trăm.":
    "({mark}) Use with caution: fewer than {n} respondents, or an interval wider than ±10 percentage points.",
  "({mark}) Có tiêu chí hoặc yếu tố chưa có câu trả lời hợp lệ, không tham gia tính chỉ số của dòng này.":
    "({mark}) Some items or factors have no valid answer yet and take no part in the index of this row.",

  "Theo yếu tố": "By factor",
  "Tỷ lệ hài lòng theo yếu tố, phần trăm": "Satisfaction rate by factor, per cent",
  "Bảng kết quả theo yếu tố": "Table of results by factor",
  "Nội dung, yếu tố": "Domain, factor",
  "n (người)": "n (people)",
  "Tỷ lệ hài lòng": "Satisfaction rate",
  "Điểm trung bình": "Mean score",

  "Theo tiêu chí": "By item",
  "Bảng kết quả theo tiêu chí": "Table of results by item",
  "Tiêu chí": "Item",
  "Tỷ lệ": "Rate",
  Trống: "Blank",
  "Trống: được hỏi mà không trả lời": "Blank: asked, but not answered",
  "Không sử dụng": "Not used",
  ". n, tỷ lệ và điểm trung bình chỉ tính câu trả lời hợp lệ.": ". n, shares and mean scores count valid answers only.",
  "Câu hỏi khác": "Other questions",
  "Trung bình {mean} ({interval}: {bounds}), n = {n} người.": "Mean {mean} ({interval}: {bounds}), n = {n} people.",
  "Trả lời": "Answer",
  "Số người": "People",
  "ngoài mẫu số": "outside the base",

  "Tìm đơn vị": "Find a unit",
  "Tên hoặc mã, không cần dấu": "Name or code, accents not needed",
  "Đang lọc: tên hoặc mã đơn vị có “{search}”.": "Filtered: units with “{search}” in their name or code.",
  "Bỏ tìm": "Clear the search",
  "{n} trong {total} đơn vị. Thứ tự không phải là xếp hạng: hai khoảng 95% chồng lên nhau thì chưa đủ căn cứ để nói có chênh lệch.":
    "{n} of {total} units. The order is no ranking: where two 95% intervals overlap, there is no sufficient ground to speak of a difference.",
  "Bảng kết quả theo đơn vị": "Table of results by unit",
  "Hài lòng chung": "Overall satisfaction",
  "Cột {columns} (tỷ lệ hài lòng).": "Columns {columns} (satisfaction rates).",

  "Bảng số liệu (XLSX)": "Tables (XLSX)",
  "Chỉ số (CSV)": "Indices (CSV)",
  "Số câu trả lời theo mức (CSV)": "Answers by level (CSV)",
  "Giải thích các cột (CSV)": "Meaning of the columns (CSV)",
  "Ý kiến viết": "Written comments",
  "Xem chỉ số cạnh nhau: tất cả, không có phiếu có dấu hiệu, theo kênh":
    "See indices side by side: all, without flagged forms, by channel",
  "Xem chỉ số cạnh nhau: tất cả, theo kênh": "See indices side by side: all, by channel",
  "Theo kênh thu phiếu": "By channel",
  "Bảng kết quả theo kênh thu phiếu": "Table of results by channel",
  "Số phiếu dưới {cell} và chỉ số dưới {unit} người của một kênh không công bố. Kênh bên cạnh cũng để trống theo: nếu không, lấy tổng trừ đi sẽ ra số của kênh ít người.":
    "Fewer than {cell} responses, and an index of fewer than {unit} persons, are not told of a channel. A neighbouring channel stays empty with it: else subtracting from the total would give the small one away.",
} as const;
