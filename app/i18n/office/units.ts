/** English of officers' phrases: units and their changes over time. */
export const UNITS_ENGLISH = {
  "Mã {code} · {kind}": "Code {code} · {kind}",
  "Thay đổi đã ghi": "Recorded changes",
  "Tìm theo tên hoặc mã (gõ không dấu cũng được)": "Search by name or code (marks may be left out)",
  "Ví dụ: hac thanh, 14797": "For example: hac thanh, 14797",
  "Danh sách đơn vị vào ngày": "List of units on",
  Xem: "Show",
  "Phạm vi của tài khoản có {n} đơn vị vào ngày này.": "The scope of your account has {n} units on this day.",
  "{n} đơn vị khớp với “{search}”.": "{n} units match “{search}”.",
  "Hiện {n} đơn vị đầu; gõ tên hoặc mã để thu hẹp.": "The first {n} are shown; type a name or code to narrow down.",
  "Cơ cấu đổi từ ngày 01/7/2025: chọn một ngày trước đó để xem huyện, xã cũ.":
    "The structure changed on 1 July 2025: choose an earlier day to see the former districts and communes.",
  "Không có đơn vị nào khớp.": "No unit matches.",
  "Không có đơn vị trực thuộc.": "No units below.",
  "Bảng đơn vị": "Table of units",
  "Đơn vị trực thuộc": "Units below",
  "dữ liệu mẫu": "sample data",
  "Sắp xếp, đổi tên": "Reorganisation and renaming",
  "Đổi cấp trên từ ngày {day}.": "Stands under another unit since {day}.",
  "Từ ngày {day} là {next}.": "From {day} it is {next}.",
  "Trước ngày {day} là {former}.": "Before {day} it was {former}.",
  "Nhận toàn bộ {former} từ ngày {day}.": "Took over the whole of {former} on {day}.",
  "Nhận một phần {former} từ ngày {day}.": "Took over a part of {former} on {day}.",
  "Nhập toàn bộ vào {next} từ ngày {day}.": "Became part of {next} on {day}.",
  "Một phần nhập vào {next} từ ngày {day}.": "A part went to {next} on {day}.",
  "Thay đổi đơn vị này": "Change this unit",
  "Mỗi thay đổi có ngày hiệu lực, được xem trước rồi mới ghi, và bỏ được.":
    "Each change has its day, is previewed before it is recorded, and can be taken back.",
  "Thêm đơn vị trực thuộc": "Add a unit below",
  "Đổi tên, đổi mã": "Rename, change code",
  "Nhập với đơn vị khác": "Merge with others",
  Tách: "Split",
  "Chuyển cấp trên": "Move under another",
  "Ngừng hoạt động": "Close",
  "Sửa chỗ ghi sai": "Correct a mistake",
  "Đổi tên, đổi mã: {name}": "Rename, change code: {name}",
  "Nhập {name} với đơn vị khác": "Merge {name} with others",
  "Tách {name}": "Split {name}",
  "Chuyển {name} sang cấp trên khác": "Move {name} under another unit",
  "Thêm đơn vị dưới {name}": "Add a unit below {name}",
  "Ngừng hoạt động: {name}": "Close: {name}",
  "Sửa chỗ ghi sai của {name}": "Correct what was written wrong about {name}",
  "Đơn vị vẫn là một: phiếu cũ, điểm khảo sát và so sánh các năm không bị cắt.":
    "It stays the same unit: earlier responses, collection points and comparison over the years go on.",
  "Các đơn vị cũ hết hiệu lực, một đơn vị mới bắt đầu. Đơn vị trực thuộc chuyển theo. Phiếu đã thu vẫn thuộc đơn vị cũ.":
    "The old units end and a new one begins. Units below move along. Responses stay with the old units.",
  "Đơn vị cũ hết hiệu lực, các đơn vị mới bắt đầu. Số liệu cũ không so sánh trực tiếp được với đơn vị mới.":
    "The old unit ends and new ones begin. Its earlier figures cannot be compared directly with theirs.",
  "Đơn vị và mọi đơn vị bên dưới chuyển sang cấp trên mới từ ngày ghi dưới đây.":
    "The unit and all units below move under the new one from the day given below.",
  "Đơn vị mới bắt đầu từ ngày ghi dưới đây.": "The new unit begins on the day given below.",
  "Đơn vị hết hiệu lực, không có đơn vị kế tiếp. Phiếu đã thu và báo cáo cũ giữ nguyên.":
    "The unit ends without a successor. Its responses and earlier reports stay.",
  "Chỉ dùng khi ghi sai từ đầu: tên, mã, loại được sửa lại từ trước đến nay. Đơn vị thật sự đổi tên thì dùng mục Đổi tên.":
    "Only for what was wrong from the start: name, code and kind are put right for the past too. A unit that was really renamed is renamed.",
  "Có hiệu lực từ ngày": "In force from",
  "Ngày đầu tiên của tình trạng mới, theo quyết định.": "The first day of the new state, by the decision.",
  "Số, ký hiệu, ngày của nghị quyết hoặc quyết định, nếu có.":
    "Number, sign and day of the resolution or decision, if any.",
  "Ghi nhận thay đổi": "Record the change",
  "Xem lại sau khi sửa": "Preview again",
  "Thôi, không thay đổi": "Leave it as it is",
  "Các đơn vị nhập cùng, mỗi dòng một tên hoặc mã": "The units merged with it, one name or code a line",
  "Tên hoặc mã đang có hiệu lực trước ngày nhập. {name} đã được tính.":
    "Names or codes in force before the merge. {name} is counted already.",
  "Tên đơn vị mới": "Name of the new unit",
  "Mã đơn vị mới": "Code of the new unit",
  "Được dùng lại mã của đơn vị đã hết hiệu lực: hai đơn vị không bị lẫn.":
    "The code of a unit that has ended may be used again: the two are never confused.",
  "Loại đơn vị": "Kind of unit",
  "Cấp trên mới": "New unit above",
  "Gõ vài chữ của tên hoặc mã rồi chọn một dòng gợi ý.": "Type some letters of its name or code and choose a line.",
  "Các đơn vị mới (bỏ trống dòng thừa)": "The new units (leave spare lines blank)",
  "Tên đơn vị mới {n}": "Name of new unit {n}",
  "Mã đơn vị mới {n}": "Code of new unit {n}",
  "Đơn vị mới {n}": "New unit {n}",
  "Đơn vị trực thuộc chuyển về": "Units below go to",
  "Chưa chọn: về đơn vị mới 1": "Not chosen: to new unit 1",
  "Nếu ghi nhận, sẽ như sau": "If recorded, this will happen",
  "Cần xem lại": "Look at twice",
  "{n} phiếu đã thu: giữ nguyên ở đơn vị cũ.": "{n} responses stay with the old units.",
  "{n} đợt khảo sát chưa đóng có đơn vị cũ: vẫn thu theo đơn vị cũ đến khi đóng; chép đợt sang năm sau sẽ lấy đơn vị mới.":
    "{n} surveys not yet closed have old units: they go on with them until they close; a copy for next year takes the new ones.",
  "{n} điểm khảo sát: mã QR đã in vẫn dùng được cho các đợt ấy.":
    "{n} collection points: printed codes still serve those surveys.",
  "{n} tài khoản thuộc đơn vị cũ: chuyển sang đơn vị mới ở mục Tài khoản.":
    "{n} accounts belong to old units: move them under Accounts.",
  "Thay đổi đơn vị đã ghi": "Recorded changes of units",
  "Nhập thay đổi từ tệp": "Import changes from a file",
  "Đã ghi nhận thay đổi.": "The change is recorded.",
  "Đã ghi nhận các thay đổi trong tệp.": "The changes of the file are recorded.",
  "Đã bỏ thay đổi gần nhất.": "The latest change is taken back.",
  "Chỉ bỏ được thay đổi ghi gần nhất.": "Only the latest change can be taken back.",
  "Đơn vị mới đã có phiếu, điểm khảo sát, đợt khảo sát hoặc tài khoản: không bỏ được nữa. Hãy ghi một thay đổi mới.":
    "The new unit has responses, points, surveys or accounts already: it cannot be taken back. Record another change.",
  "Có đơn vị ngoài phạm vi của tài khoản.": "A unit is outside the scope of your account.",
  "Có đơn vị ngoài phạm vi của tài khoản": "A unit is outside the scope of your account",
  "Chưa ghi thay đổi nào. Mở một đơn vị ở trang Đơn vị rồi chọn đổi tên, nhập, tách hoặc chuyển cấp trên.":
    "No change is recorded yet. Open a unit under Units and choose to rename, merge, split or move it.",
  "Từ ngày {day}": "From {day}",
  "Ghi lúc {at}": "Recorded {at}",
  "Bỏ thay đổi này": "Take this change back",
  "Tôi hiểu: cây đơn vị trở lại như trước thay đổi này.": "I understand: the tree goes back to what it was before.",
  "Nhập thay đổi đơn vị từ tệp": "Import changes of units from a file",
  "Cách viết tệp": "How to write the file",
  "Tệp Excel (.xlsx) hoặc CSV UTF-8, mỗi dòng một thay đổi, dòng đầu là tên cột:":
    "An Excel (.xlsx) or CSV UTF-8 file, one change a line, the first line holds the columns:",
  "effective_on: ngày bắt đầu, viết năm-tháng-ngày, ví dụ 2025-07-01.":
    "effective_on: first day, year-month-day, such as 2025-07-01.",
  "change: create (thêm), rename (đổi tên), reparent (chuyển cấp trên), reorganise (nhập hoặc tách), close (ngừng), correct (sửa ghi sai).":
    "change: create, rename, reparent, reorganise (merge or split), close, correct.",
  "codes: mã của đơn vị trước thay đổi; nhiều mã cách nhau bằng dấu chấm phẩy.":
    "codes: codes of the units before the change, semicolons between several.",
  "reorganise: mỗi đơn vị mới một dòng, các dòng cùng ngày liền nhau; mã cũ có ở nhiều dòng là đơn vị bị tách.":
    "reorganise: one line per new unit, lines of one day together; an old code on several lines is split.",
  "Chọn một tệp Excel hoặc CSV, hoặc dán nội dung vào ô.": "Choose an Excel or CSV file, or paste its text.",
  "Hoặc dán các ô chép từ Excel, kể cả dòng tên cột": "Or paste cells copied from Excel, column names included",
  "Ghi nhận {n} thay đổi": "Record {n} changes",
  "Chưa ghi gì: {n} chỗ cần sửa trong tệp": "Nothing recorded: {n} places to mend in the file",
  "Chỗ sai trong tệp": "What is wrong in the file",
  "Xem lại": "Check",
  // What a change does, as the plan of it tells.
  "Thêm {name} (mã {code}) từ ngày {day}.": "Adds {name} (code {code}) from {day}.",
  "Từ ngày {day}, {old} (mã {oldCode}) là {name} (mã {code}).":
    "From {day}, {old} (code {oldCode}) is {name} (code {code}).",
  "Vẫn là một đơn vị: phiếu, điểm khảo sát, tài khoản giữ nguyên, so sánh các năm không bị cắt.":
    "It stays the same unit: responses, points, accounts and comparison over the years go on.",
  "Từ ngày {day}, {name} và các đơn vị bên dưới thuộc {parent}.":
    "From {day}, {name} and the units below stand under {parent}.",
  "Người có phạm vi ở cấp trên mới sẽ thấy đơn vị này; cấp trên cũ thì không.":
    "Whoever has the new unit above in scope will see it; the old one no longer.",
  "{name} (mã {code}) hết hiệu lực sau ngày {day}, tách vào {into}.":
    "{name} (code {code}) ends after {day} and is split into {into}.",
  "{name} (mã {code}) hết hiệu lực sau ngày {day}, nhập toàn bộ vào {into}.":
    "{name} (code {code}) ends after {day} and goes wholly to {into}.",
  "{name} bị tách: số liệu cũ của đơn vị này không so sánh trực tiếp được với đơn vị mới.":
    "{name} is split: its earlier figures cannot be compared directly with the new units.",
  "{name} (mã {code}) bắt đầu từ ngày {day}, là đơn vị mới.": "{name} (code {code}) begins on {day} as a new unit.",
  "Phiếu đã thu vẫn thuộc đơn vị vào lúc khảo sát.": "Responses stay with the unit as of fieldwork.",
  "{child} chuyển về {into}.": "{child} moves to {into}.",
  "{child} ở dưới đơn vị bị tách, được xếp vào {into}: xem lại.":
    "{child} stood below a split unit and is put under {into}: check.",
  "{name} hết hiệu lực sau ngày {day}, không có đơn vị kế tiếp.": "{name} ends after {day} without a successor.",
  "Phiếu đã thu và báo cáo cũ giữ nguyên.": "Responses and earlier reports stay.",
  "Mã {code} là mã của {name} đến ngày {day}: số liệu hai đơn vị không bị lẫn.":
    "Code {code} was that of {name} until {day}: the two are never confused.",
  "Tên và mã vẫn như cũ: chưa có gì thay đổi": "Name and code are as before: nothing changes",
  "Mã {code} đang là mã của {name}": "Code {code} is that of {name}",
  "Có đơn vị không còn hoặc chưa có vào ngày {day}": "A unit does not exist on {day}",
  "Chọn ngày bắt đầu có hiệu lực": "Choose the day from which it holds",
  "Chọn loại đơn vị": "Choose a kind",
  "Nhập mã đơn vị": "Type the code",
  "Tên đơn vị phải có ít nhất 2 ký tự": "The name needs at least 2 characters",
  "Ghi mã và tên của ít nhất hai đơn vị mới": "Give code and name of at least two new units",
  "Một đơn vị thành một đơn vị là đổi tên: dùng mục Đổi tên": "One unit into one is a renaming: use Rename",
} as const;
