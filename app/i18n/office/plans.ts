/** English of officers' phrases: sizes of samples, draws, and the plan document. */
export const PLANS_ENGLISH = {
  "Đơn vị và cỡ mẫu": "Units and sample sizes",
  "Tính cỡ mẫu": "Reckon sample sizes",
  "Công thức": "Formula",
  "Slovin: n = N / (1 + N·e²)": "Slovin: n = N / (1 + N·e²)",
  "Công thức trong hướng dẫn năm 2013 của Bộ Nội vụ; cần biết N của từng đơn vị.":
    "The formula of the Ministry of Home Affairs' 2013 guideline; needs N of each unit.",
  "Cochran có hiệu chỉnh theo N": "Cochran, corrected for N",
  "Chặt chẽ hơn Slovin; đơn vị chưa biết N vẫn tính được (N coi như rất lớn).":
    "Stricter than Slovin; works also for units whose N is not known (taken as very large).",
  "Số phiếu cố định mỗi đơn vị": "A fixed number of forms per unit",
  "Ví dụ 384 phiếu mỗi cơ sở như Bộ Y tế từng yêu cầu (QĐ 4939/QĐ-BYT năm 2016).":
    "For example 384 forms per facility, as the Ministry of Health once asked (Decision 4939/QĐ-BYT of 2016).",
  "Sai số e (%)": "Margin of error e (%)",
  "Thường dùng 5.": "Usually 5.",
  "Số phiếu cố định": "Fixed number of forms",
  "Chỉ dùng khi chọn số phiếu cố định.": "Used only with a fixed number of forms.",
  "Tỷ lệ trả lời dự kiến (%)": "Expected response rate (%)",
  "Để tính số người cần mời; tự nguyện thì để 100.": "Tells how many persons to ask; leave 100 for voluntary answers.",
  "Tùy chọn nâng cao: tỷ lệ dự kiến, hệ số thiết kế": "Advanced: expected share, design effect",
  "Tỷ lệ hài lòng dự kiến p (%)": "Expected share satisfied p (%)",
  "50 cho cỡ mẫu lớn nhất, an toàn nhất.": "50 gives the largest and safest sample.",
  "Hệ số thiết kế (deff)": "Design effect (deff)",
  "1 nếu chọn từng người; chọn theo cụm thường từ 2 đến 4.":
    "1 when persons are drawn singly; usually 2 to 4 in clusters.",
  "Số người mỗi cụm m": "Persons per cluster m",
  "Điền cùng ρ để tính deff = 1 + (m − 1)·ρ.": "Together with ρ gives deff = 1 + (m − 1)·ρ.",
  "Độ giống nhau trong cụm ρ": "Likeness within a cluster ρ",
  "Từ 0 đến 1, ví dụ 0,05.": "From 0 to 1, such as 0.05.",
  "Tính cỡ mẫu cho mọi đơn vị": "Reckon sizes for all units",
  "Chỉ điền vào bảng dưới; chưa lưu. Số phiếu luôn làm tròn lên.":
    "Only fills the table below; nothing is saved yet. Numbers of forms are always rounded up.",
  "chọn ngẫu nhiên (mẫu xác suất)": "drawn at random (probability sample)",
  "Sai số trong bảng đúng khi người trả lời được rút ngẫu nhiên từ một danh sách; ghi lại lần rút ở trang Rút mẫu.":
    "The margins hold when respondents are drawn at random from a list; record the draw on the page of draws.",
  "khảo sát toàn bộ": "everybody (census)",
  "Hỏi tất cả mọi người thuộc đối tượng: cỡ mẫu bằng N thì không còn sai số chọn mẫu.":
    "Everybody concerned is asked: where the sample is N there is no sampling error.",
  "theo chỉ tiêu hoặc gặp ai hỏi người ấy (hạn ngạch, thuận tiện)": "by quota or whoever is met (quota, convenience)",
  "Cỡ mẫu là chỉ tiêu phấn đấu. Người trả lời không được chọn ngẫu nhiên nên sai số chỉ là sai số theo mô hình, không phản ánh sai lệch do cách chọn.":
    "Sizes are goals. Respondents are not drawn at random, so margins are of a model only and tell nothing of the bias of selection.",
  "tự nguyện": "voluntary",
  "Quét mã QR, ai muốn thì trả lời: cỡ mẫu là chỉ tiêu phấn đấu. Đủ phiếu cũng không làm kết quả đại diện cho mọi người; sai số chỉ là sai số theo mô hình, không phản ánh sai lệch do tự chọn.":
    "Whoever scans the QR code and wishes to, answers: sizes are goals. Even enough forms do not make results stand for everybody; margins are of a model only and tell nothing of the bias of self-selection.",
  "Cơ sở của mẫu": "Basis of the sample",
  "Cách chọn người trả lời": "How respondents are chosen",
  "Nhập N từ tệp hoặc dán từ Excel": "Take N from a file or paste it from Excel",
  "Cột unit_code (hoặc unit_id), population (N) và nếu muốn target (cỡ mẫu). Ô trống thì giữ số đang có.":
    "Columns unit_code (or unit_id), population (N) and, if wanted, target (sample size). An empty cell leaves what stands.",
  "Tải bảng mẫu (CSV, mở bằng Excel)": "Download the table to fill in (CSV, opens in Excel)",
  "Tệp CSV hoặc XLSX, không quá 1 MB": "CSV or XLSX file of at most 1 MB",
  "Hoặc dán các ô chép từ Excel: mã đơn vị, N, cỡ mẫu": "Or paste cells copied from Excel: unit code, N, sample size",
  "Xem thay đổi": "Show changes",
  "Số mới hiện trong bảng dưới; chưa lưu.": "New figures appear in the table below; nothing is saved yet.",
  "Sai số (95%)": "Margin (95%)",
  "Sai số theo mô hình": "Margin by model",
  "Đơn vị ({n})": "Units ({n})",
  "N là số giao dịch, lượt khám hay học sinh của kỳ khảo sát. Cỡ mẫu n là số phiếu cần thu về; để trống nếu chưa đặt.":
    "N is the transactions, visits or pupils of the survey's period. The size n is the forms wanted back; leave it empty if none is set.",
  "Lọc theo tên hoặc mã": "Filter by name or code",
  "N của kỳ": "N of the period",
  "Cỡ mẫu n": "Sample size n",
  "Cần mời": "To ask",
  "trước: {old}": "before: {old}",
  Tổng: "Total",
  "{n}/{all} đơn vị": "{n}/{all} units",
  "chung, theo quy mô": "overall, by size",
  "Bảng chưa nhận được, chưa có gì thay đổi": "The table was not taken, nothing has changed",
  "và {n} dòng khác": "and {n} other lines",
  "Đã tính cỡ mẫu cho {n} đơn vị; chưa lưu.": "Reckoned sizes for {n} units; not saved yet.",
  "{n} đơn vị chưa có N nên chưa tính được: nhập N hoặc chọn công thức khác.":
    "{n} units have no N and could not be reckoned: enter N or choose another formula.",
  "Bảng đổi số của {n} đơn vị, {same} đơn vị giữ nguyên; chưa lưu. Số cũ ghi dưới ô.":
    "The table changes {n} units and leaves {same} as they are; not saved yet. Old figures stand below the fields.",
  "Bỏ qua {n} dòng của đơn vị không thuộc đợt này.": "Passed over {n} lines of units outside this survey.",
  "Đang lưu…": "Saving…",
  "Lưu cỡ mẫu": "Save sizes",
  "Lưu tất cả đơn vị cùng một lúc.": "Saves all units at once.",
  "Rút mẫu ngẫu nhiên": "Draw at random",
  "Đã lưu N và cỡ mẫu của các đơn vị.": "N and sample sizes of the units are saved.",
  "Thêm, bớt đơn vị ở trang sửa bản nháp": "Add or remove units on the page of the draft",
  "Chọn một công thức": "Choose a formula",
  "Sai số là một số từ 0,1 đến 50 (%)": "The margin is a number from 0.1 to 50 (%)",
  "Tỷ lệ dự kiến lớn hơn 0 và nhỏ hơn 100 (%)": "The expected share is above 0 and below 100 (%)",
  "Tỷ lệ trả lời là một số từ 1 đến 100 (%)": "The response rate is a number from 1 to 100 (%)",
  "Số phiếu mỗi đơn vị là một số nguyên từ 1": "The forms per unit are a whole number from 1",
  "Hệ số thiết kế là một số từ 1 đến 20": "The design effect is a number from 1 to 20",
  "Số người mỗi cụm là một số từ 1": "The persons per cluster are a number from 1",
  "Hệ số ρ là một số từ 0 đến 1": "ρ is a number from 0 to 1",
  "Hệ số thiết kế tính ra lớn hơn 20: xem lại số người mỗi cụm và ρ":
    "The design effect comes out above 20: check persons per cluster and ρ",
  "{unit}: N “{typed}” không phải số nguyên": "{unit}: N “{typed}” is no whole number",
  "{unit}: cỡ mẫu “{typed}” không phải số nguyên": "{unit}: size “{typed}” is no whole number",
  "{unit}: cỡ mẫu {target} lớn hơn N = {population}": "{unit}: size {target} exceeds N = {population}",
  "Bảng trống: không có dòng nào": "The table is empty",
  "Dòng đầu thiếu cột unit_code (mã đơn vị) hoặc unit_id": "The first line lacks a column unit_code or unit_id",
  "Dòng đầu thiếu cột population (N) hoặc target (cỡ mẫu)":
    "The first line lacks a column population (N) or target (size)",
  "Dòng {line}: thiếu mã đơn vị": "Line {line}: the unit's code is missing",
  "Dòng {line}: không có đơn vị mã “{code}”": "Line {line}: there is no unit with the code “{code}”",
  "Dòng {line}: đơn vị “{code}” đã có ở dòng {earlier}":
    "Line {line}: the unit “{code}” stands in line {earlier} already",
  "Dòng {line}: N “{typed}” không phải số nguyên": "Line {line}: N “{typed}” is no whole number",
  "Dòng {line}: cỡ mẫu “{typed}” không phải số nguyên": "Line {line}: size “{typed}” is no whole number",
  "Chọn một tệp hoặc dán bảng vào ô": "Choose a file or paste a table into the field",
  "Tệp không phải XLSX: mở bằng Excel rồi lưu lại dạng .xlsx hoặc CSV UTF-8":
    "Not an XLSX file: open it in Excel and save it as .xlsx or CSV UTF-8",
  "Tệp CSV không phải UTF-8: trong Excel chọn “Lưu dưới dạng”, loại “CSV UTF-8”":
    "The CSV file is not UTF-8: in Excel choose “Save as”, type “CSV UTF-8”",
  "Không đọc được bảng: có dấu ngoặc kép mở mà không đóng":
    "The table cannot be read: a quotation mark is never closed",
  "Tệp XLSX quá lớn khi mở ra: chỉ giữ những cột cần thiết":
    "The XLSX file is too large inside: keep only the columns needed",
  "Không mở được tệp XLSX: mở bằng Excel rồi lưu lại":
    "The XLSX file cannot be opened: open it in Excel and save it again",
  "Đợt khảo sát đã chốt, không đổi cỡ mẫu được nữa.": "The survey is finalised; sizes change no more.",
  "Người khác vừa lưu cỡ mẫu hoặc đổi đơn vị của đợt này. Số bạn nhập vẫn còn trong bảng, số đã lưu ghi dưới ô; xem lại rồi bấm Lưu lần nữa để ghi đè.":
    "Somebody else has just saved sizes or changed the units of this survey. What you entered is still in the table, what is saved stands below the fields; check, then save again to overwrite.",
} as const;
