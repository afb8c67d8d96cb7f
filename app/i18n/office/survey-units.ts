/** English of officers' phrases: which form and which units a survey is about, and what stands while nobody has answered. */
export const SURVEY_UNITS_ENGLISH = {
  // Choice of units
  "Xem kết quả tra danh sách đơn vị": "See what came of the list of units",
  "Mỗi đơn vị có một mã QR dùng chung cho mọi đợt khảo sát của đơn vị đó: người quét mã gặp đợt đang mở, nhiều đợt cùng mở thì được chọn.":
    "Each unit has one QR code for all its surveys: whoever scans it meets the survey that is open, or chooses where several are.",
  "Không có đơn vị phù hợp trong phạm vi của tài khoản, nên chưa lập được đợt khảo sát: kết quả tính theo đơn vị, mã QR cũng là của đơn vị. Nhờ quản trị viên thêm đơn vị hoặc mở rộng phạm vi.":
    "No unit within your scope fits, so no survey can be made: results and QR codes belong to units. Ask an administrator to add units or widen your scope.",
  "Chưa chọn đơn vị nào. Đợt khảo sát cần ít nhất một đơn vị: kết quả tính theo đơn vị.":
    "No unit chosen yet. A survey needs at least one: results are reckoned by unit.",
  "Đang chọn {n} đơn vị.": "{n} units chosen.",
  "Chọn tất cả {n} xã, phường": "Choose all {n} communes",
  "Chọn tất cả {n} đơn vị": "Choose all {n} units",
  "Đã chọn {ticked}/{all}": "{ticked} of {all} chosen",
  "Chọn {n} đơn vị đang hiện": "Choose the {n} units shown",
  "Bỏ chọn tất cả": "Choose none",
  "Bỏ chọn các đơn vị đang hiện": "Leave out the units shown",
  "Mọi đơn vị trực thuộc": "All units under",
  "Chọn nơi": "Choose a place",
  "Chọn thêm": "Add these",
  "Dán hoặc tải lên danh sách đơn vị": "Paste or upload a list of units",
  "Danh sách, mỗi dòng một đơn vị: mã, tên, hoặc “mã, tên”": "List, one unit a line: code, name, or “code, name”",
  "Hoặc tệp XLSX, CSV, TXT, không quá 1 MB": "Or a file XLSX, CSV, TXT, up to 1 MB",
  "Tra danh sách": "Look up the list",
  "Đơn vị tra được sẽ được đánh dấu ở dưới; chưa lưu.": "Units found are ticked below; nothing is saved yet.",
  "Đã đánh dấu {n} đơn vị theo danh sách.": "{n} units of the list are ticked.",
  "Đã đánh dấu {n} đơn vị thuộc {place}.": "{n} units under {place} are ticked.",
  "{n} đơn vị đã đánh dấu từ trước.": "{n} units were ticked before.",
  "{n} dòng lặp lại.": "{n} lines repeat others.",
  "{n} dòng đã bỏ.": "{n} lines left out.",
  "{n} dòng chưa rõ, chưa chọn đơn vị nào từ danh sách": "{n} lines are unclear; nothing was taken from the list",
  "Chọn đơn vị đúng hoặc bỏ dòng ở từng dòng dưới đây, hay sửa danh sách, rồi tra lại.":
    "Choose the unit meant or leave the line out at each line below, or change the list, then look up again.",
  "Dòng {line}: “{typed}”": "Line {line}: “{typed}”",
  "không đơn vị nào hiện nay mang mã hoặc tên này.": "no unit of today bears this code or name.",
  "có nhiều đơn vị như vậy.": "several units are like this.",
  "là đơn vị không chọn được ở đợt này.": "is a unit that this survey cannot have.",
  "mã và tên không phải của cùng một đơn vị.": "code and name are not of the same unit.",
  "{code} là mã cũ của {name}, nay thuộc {now}.": "{code} was the code of {name}, now part of {now}.",
  "{code} là mã cũ của {name}, nay không còn.": "{code} was the code of {name}, which is no more.",
  "Chưa chọn": "Not chosen yet",
  "Bỏ dòng này": "Leave this line out",
  "Chọn một nơi trong danh sách rồi bấm chọn.": "Choose a place from the list, then press the button.",
  "Danh sách trống: dán hoặc chọn tệp trước.": "The list is empty: paste one or choose a file first.",
  "Danh sách dài quá 5.000 dòng.": "The list has more than 5,000 lines.",
  "Danh sách đơn vị chưa được tra: bấm “Tra danh sách”, hoặc xóa danh sách đi":
    "The list of units was not looked up: press “Look up the list”, or empty it",

  // Which form
  "Bước 1/2. Chọn mẫu phiếu; đơn vị và thời gian chọn ở bước sau.":
    "Step 1 of 2. Choose a questionnaire; units and days come next.",
  "Bước 2/2. Mẫu phiếu:": "Step 2 of 2. Questionnaire:",
  "Chọn mẫu khác": "Choose another",
  "Tạo bản nháp và mã QR": "Create the draft and its QR codes",
  "Xem câu hỏi": "See the questions",

  // Codes shared with other surveys
  "Mã QR dùng chung với đợt khác": "QR codes shared with another survey",
  "{n} đơn vị đã có trong đợt “{title}” ({stage}, {first} – {last}): {names}.":
    "{n} units are in the survey “{title}” already ({stage}, {first} – {last}): {names}.",
  "Xem {n} đơn vị còn lại": "See the other {n} units",
  "Người dân quét mã ở các đơn vị này sẽ chọn giữa “{title}” và đợt này.":
    "Citizens who scan the code at these units will choose between “{title}” and this survey.",
  "Khi cả hai đợt cùng mở, người dân quét mã ở các đơn vị này sẽ chọn giữa “{title}” và đợt này.":
    "Once both surveys are open, citizens who scan the code at these units will choose between “{title}” and this one.",
  "Nếu chọn các đơn vị này, người dân quét mã ở các đơn vị này sẽ chọn giữa “{title}” và đợt này.":
    "If you choose these units, citizens who scan their codes will choose between “{title}” and this survey.",
  "Nếu chọn các đơn vị này thì khi cả hai đợt cùng mở, người dân quét mã ở các đơn vị này sẽ chọn giữa “{title}” và đợt này.":
    "If you choose these units, then once both surveys are open, citizens who scan their codes will choose between “{title}” and this one.",

  // Nobody has answered yet
  "Đợt khảo sát nhận phiếu từ {first} đến hết {last}.":
    "The survey takes answers from {first} until the end of {last}.",
  "Đợt khảo sát đang tạm dừng nhận phiếu.": "The survey is paused and takes no answers.",
  "Đợt khảo sát đang nhận phiếu, đến hết {last}.": "The survey takes answers until the end of {last}.",
  "Đợt khảo sát đã đóng.": "The survey is closed.",
  "Kết quả hiện ở đây khi có phiếu.": "Results appear here when there are responses.",
  "Chưa có phiếu trả lời nào.": "No responses yet.",
  "Chưa có phiếu trả lời nào ở đơn vị này.": "No responses at this unit yet.",
  "Chưa có phiếu trả lời nào ở các đơn vị thuộc phạm vi của tài khoản.":
    "No responses yet at the units within your scope.",
  "Xem các điểm khảo sát": "See the collection points",
} as const;
