/** English of officers' phrases: files of responses. */
export const IMPORTS_ENGLISH = {
  "Nhập tệp": "Import",
  "Nhập tệp phiếu trả lời": "Import a file of responses",
  "Tệp phiếu trả lời": "File of responses",
  "Đang kiểm tra": "Being checked",
  "Chờ quyết định": "Waiting for a decision",
  "Đang ghi": "Being stored",
  "Không nhập được": "Not imported",
  "Đã hủy": "Cancelled",
  "Bị ngắt giữa chừng": "Interrupted",
  "Gửi tệp": "Send a file",
  "Phiếu nhập ở nơi khác (Excel, phần mềm khác) đưa vào đây. Hệ thống kiểm tra từng dòng và cho xem trước; chưa ghi gì cho đến khi bấm nhập.":
    "Responses keyed elsewhere (Excel, other programs) come in here. Every row is checked and shown first; nothing is stored until you press import.",
  "Tải tệp mẫu của đợt này (Excel)": "Download this survey's template (Excel)",
  "Bản CSV": "As CSV",
  "Nguồn số liệu": "Source of the data",
  "Ai nhập, từ đâu. Ví dụ: Phòng khám A nhập từ 250 phiếu giấy, tháng 5/2026. Dòng này hiện cạnh số liệu.":
    "Who keyed it, from what. Example: Clinic A, from 250 paper forms, May 2026. This line is shown beside the figures.",
  "Tối đa {n} MB và 200.000 phiếu.": "At most {n} MB and 200,000 responses.",
  "Tệp lớn hơn {n} MB. Chia thành nhiều tệp, hoặc lưu dạng .xlsx.":
    "The file is larger than {n} MB. Split it, or save it as .xlsx.",
  "Gửi và kiểm tra": "Send and check",
  "Các tệp đã gửi": "Files sent",
  "Chưa có tệp nào.": "No file yet.",
  "Dòng tốt": "Good rows",
  "Dòng sai": "Bad rows",
  "Đã có sẵn": "Known already",
  "Gửi lúc": "Sent at",
  "Hướng dẫn các cột của tệp": "Guide to the columns of the file",
  "Dòng đầu là tên cột, mỗi dòng sau là một phiếu. Thứ tự cột tùy ý; ô trống là không trả lời; cột lạ được bỏ qua.":
    "The first line names the columns, each line after it is one response. Columns may stand in any order; a blank cell is no answer; unknown columns are ignored.",
  "Trong Excel: chọn Lưu thành (Save As) dạng “CSV UTF-8” hoặc “Excel Workbook (.xlsx)”. Cột mã đơn vị để dạng Văn bản (Text) để không mất số 0 ở đầu.":
    "In Excel: Save As “CSV UTF-8” or “Excel Workbook (.xlsx)”. Format the column of unit codes as Text, so that leading zeros are kept.",
  "Tên cột": "Column",
  "Ghi gì": "What to write",
  "Bắt buộc. Số hoặc mã riêng của từng phiếu, không lặp lại; nhờ mã này gửi lại cùng tệp không bị tính hai lần.":
    "Required. A number or code of each response's own, never repeated; thanks to it the same file sent again counts once.",
  "Bắt buộc. Mã đơn vị, đúng với ngày nộp phiếu (không có ngày thì theo hôm nay). Phiếu tính cho đơn vị; tệp không ghi được quầy hay điểm khảo sát.":
    "Required. The unit's code as of the day of the response (of today where there is no day). The response counts for the unit; a file cannot name a counter or collection point.",
  "Mã cố định của đơn vị; dùng khi hai đơn vị từng mang chung một mã. Có thì được ưu tiên hơn unit_code.":
    "The unit's stable id, for when two units bore the same code. It overrides unit_code.",
  "Cách thu phiếu: paper (giấy), interviewer (phỏng vấn), phone (điện thoại), link (gửi liên kết), qr, kiosk, import. Bỏ trống là import.":
    "How the response was collected: paper, interviewer, phone, link, qr, kiosk, import. Blank is import.",
  "Ngày giờ nộp, trong thời gian của đợt. Tệp Excel: ô kiểu Ngày. Tệp CSV: năm-tháng-ngày, ví dụ 2026-05-31 hoặc 2026-05-31T08:30. Bỏ trống thì tính là ngày cuối của đợt, hoặc hôm nay nếu đợt chưa kết thúc.":
    "Day and time of the response, within the survey's dates. Excel: a cell of kind Date. CSV: year-month-day, such as 2026-05-31 or 2026-05-31T08:30. Blank counts as the survey's last day, or today while the survey runs.",
  "Ngày giờ bắt đầu điền, nếu có; viết như submitted_at.":
    "Day and time when filling in began, if known; written like submitted_at.",
  "từ {min} đến {max}": "from {min} to {max}",
  "chỉ hỏi một số người: để trống nếu không hỏi": "asked of some persons only: blank where it was not asked",
  "Chữ ghi thêm cho phương án có chỗ ghi của {code}": "Words written beside an option of {code}",
  "Có dòng ví dụ của tệp mẫu (dòng {lines}): xóa khỏi tệp trước khi nhập, trừ khi đó là phiếu thật":
    "The template's example row is still there (line {lines}): delete it before importing, unless it is a real response",
  "số của mức được chọn": "number of the level chosen",
  "số của phương án được chọn": "number of the option chosen",
  "mỗi phương án một cột, ghi 1 nếu chọn, 0 nếu không": "one column per option, 1 if ticked, 0 if not",
  "số, dấu chấm thập phân": "a number with a decimal point",
  "chữ, như người trả lời viết": "text as the respondent wrote it",
  "Về danh sách tệp của đợt": "Back to the survey's files",
  "Đang chờ tệp khác xong.": "Waiting for another file to finish.",
  "Đang đọc: {n} dòng.": "Reading: {n} rows.",
  "Đang ghi vào đợt khảo sát. Trang công khai vẫn nhận phiếu.":
    "Storing into the survey. Public pages go on taking answers.",
  "Máy chủ dừng giữa chừng. Chưa phiếu nào của tệp được ghi; kiểm tra lại rồi nhập.":
    "The server stopped in between. No response of the file was stored; check it again, then import.",
  "Máy chủ dừng giữa chừng và tệp không còn. Chưa phiếu nào của tệp được ghi; gửi lại tệp.":
    "The server stopped in between and the file is gone. No response of it was stored; send the file again.",
  "Không có phiếu mới": "Nothing new",
  "Mọi phiếu trong tệp đã có từ trước nên không có gì để nhập. Về danh sách, hoặc gửi tệp khác.":
    "Every response of the file is there already, so there is nothing to import. Go back to the list, or send another file.",
  "{bad} dòng sai; {good} dòng tốt đều đã có từ trước nên không có gì để nhập. Sửa các dòng sai rồi gửi lại.":
    "{bad} bad rows; the {good} good ones are all there already, so there is nothing to import. Correct the bad rows and send the file again.",
  "Mọi dòng đều tốt: {n} phiếu mới, {known} phiếu đã có sẵn. Xem trước bên dưới rồi quyết định.":
    "All rows are good: {n} new responses, {known} known already. Look at the preview below, then decide.",
  "{bad} dòng sai, {good} dòng tốt. Sửa tệp rồi gửi lại, hoặc bỏ qua các dòng sai.":
    "{bad} bad rows, {good} good ones. Correct the file and send it again, or leave the bad rows out.",
  "Đã nhập {n} phiếu ngày {day}, bỏ qua {bad} dòng sai; {known} phiếu đã có sẵn.":
    "Imported {n} responses on {day}, left out {bad} bad rows; {known} were known already.",
  "Đã nhập {n} phiếu ngày {day}; {known} phiếu đã có sẵn.":
    "Imported {n} responses on {day}; {known} were known already.",
  "Đã hủy; chưa phiếu nào của tệp được ghi.": "Cancelled; no response of the file was stored.",
  "Không đọc được tệp. Chưa phiếu nào được ghi. Lý do ở bên dưới.":
    "The file cannot be read. Nothing was stored. The reason stands below.",
  "Tệp chỉ có dòng tiêu đề, không có phiếu nào.": "The file has only its header and no response.",
  "Không xử lý xong được tệp, thường vì quá lớn khi mở ra. Chưa phiếu nào được ghi.":
    "The file could not be worked through, most often because it unpacks to too much. Nothing was stored.",
  "{why} Chưa phiếu nào của tệp được ghi.": "{why} Nothing of the file was stored.",
  "Nhập tất cả {n} phiếu": "Import all {n} responses",
  "Bỏ qua {n} dòng sai": "Leave out {n} bad rows",
  "Tôi đồng ý bỏ các dòng sai": "I agree to leave the bad rows out",
  "Nhập {n} phiếu mới": "Import {n} new responses",
  "Các dòng sai không được ghi và danh sách của chúng chỉ giữ 7 ngày. Tải danh sách về trước nếu còn cần sửa.":
    "The bad rows are not stored, and their list is kept for 7 days only. Download it first if you want to correct them.",
  "Kiểm tra lại": "Check again",
  "Gửi lại tệp đã sửa": "Send the corrected file",
  "Hủy tệp này": "Cancel this file",
  "Tôi đồng ý hủy và xóa tệp": "I agree to cancel and delete the file",
  "Hủy và xóa tệp": "Cancel and delete the file",
  "Tệp đã gửi bị xóa khỏi máy chủ. Phiếu của các tệp khác không bị ảnh hưởng.":
    "The file is deleted from the server. Responses of other files are not affected.",
  "Các cột": "Columns",
  "Cột đọc được": "Columns read",
  "Các dòng đầu, đọc thành lời": "The first rows in words",
  "không ghi ngày": "no day given",
  "{n} câu trả lời": "{n} answers",
  "Vì sao không đọc được": "Why it cannot be read",
  "Tiêu đề của tệp có các cột": "The file's header has the columns",
  "Dòng đầu phải có ít nhất response_id và unit_code, rồi mỗi câu hỏi một cột mang mã của câu.":
    "The first line needs at least response_id and unit_code, then a column for each question under its code.",
  "{n} ô sai": "{n} bad cells",
  "Tải toàn bộ danh sách (CSV)": "Download the whole list (CSV)",
  "Dưới đây là {n} ô đầu.": "The first {n} cells follow.",
  "Các ô sai": "Bad cells",
  "Phiếu nhập từ tệp": "Responses from files",
  "{n} phiếu, {day}: {source}": "{n} responses, {day}: {source}",
  "{day}: {source}": "{day}: {source}",
  // Messages of use cases.
  "Đợt còn là bản nháp: mở đợt trước rồi mới nhập tệp.": "The survey is a draft: open it before importing files.",
  "Đợt đã chốt số liệu nên không nhận thêm tệp.": "The survey is finalised and takes no more files.",
  "Đợt chưa đến ngày bắt đầu nên chưa có phiếu nào để nhập.":
    "The survey has not begun, so there are no responses to import yet.",
  "Ghi rõ nguồn: ai nhập số liệu, nhập từ đâu": "State the source: who keyed the data, from what",
  "Nguồn dài quá {n} ký tự": "The source is longer than {n} characters",
  "Chọn một tệp CSV hoặc XLSX có nội dung": "Choose a CSV or XLSX file with something in it",
  "Tệp đã sang bước khác. Trang này đã được làm mới; xem lại rồi quyết định.":
    "The file has moved on. This page is fresh; look again, then decide.",
  "Cột ngoài phiếu, bỏ qua: {names}": "Columns that are not of the form, ignored: {names}",
  "Cột thiết kế mẫu, bỏ qua vì không có tệp thiết kế: {names}": "Columns of the sample design, ignored: {names}",
  "Câu hỏi không có cột, coi như không được hỏi: {names}": "Questions without a column, taken as not asked: {names}",
  "Lựa chọn không có cột, coi như không ai chọn: {names}": "Options without a column, taken as never ticked: {names}",
  "Bỏ qua {n} dòng lặp lại nguyên vẹn một dòng trước": "Passed over {n} rows that repeat an earlier row exactly",
  "Bỏ qua {n} câu trả lời cho câu không được hỏi: {fields}": "Passed over {n} answers to questions not asked: {fields}",
  "Dòng không có câu trả lời nào, vẫn nhận: {n}": "Rows without any answer, taken all the same: {n}",
  "cả dòng": "the whole row",
  "tệp trống": "the file is empty",
  "tệp không có dòng tiêu đề": "the file has no header line",
  "thiếu cột bắt buộc": "a required column is missing",
  "thiếu cột bắt buộc; nếu là cột “{meant}” của tệp thì đổi tên cột đó thành {name}":
    "a required column is missing; if the file's column “{meant}” is meant, rename it {name}",
  "Có cột bị bỏ qua vì tên gần giống chứ không đúng; đổi tên cột nếu cần: {pairs}":
    "Columns passed over whose names are nearly right; rename them if they are meant: {pairs}",
  "tên cột bị lặp lại": "the column stands there twice",
  "không được để trống": "must not be blank",
  "Tệp trống, không có dòng nào.": "The file is empty.",
  "Tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. Mở bằng Excel rồi lưu lại dạng .xlsx, không đặt mật khẩu.":
    "An old Excel file (.xls), or one with a password. Open it in Excel and save it as .xlsx without a password.",
  "Tệp lưu ở dạng Unicode (UTF-16). Trong Excel chọn Lưu thành (Save As), loại “CSV UTF-8” hoặc “Excel Workbook”.":
    "The file is in UTF-16. In Excel choose Save As, type “CSV UTF-8” or “Excel Workbook”.",
  "Tệp không phải CSV hay XLSX: không đọc được thành bảng.": "The file is neither CSV nor XLSX.",
  "tệp không phải UTF-8 mà lưu bằng bảng mã cũ, chữ Việt sẽ sai; trong Excel chọn Lưu thành (Save As), loại “CSV UTF-8” hoặc “Excel Workbook”":
    "the file is not UTF-8 but in an old encoding, which would garble Vietnamese letters; in Excel choose Save As, type “CSV UTF-8” or “Excel Workbook”",
  "các cột cách nhau bằng dấu Tab; trong Excel chọn Lưu thành (Save As), loại “CSV UTF-8” hoặc “Excel Workbook”":
    "tabs stand between the columns; in Excel choose Save As, type “CSV UTF-8” or “Excel Workbook”",
  "Cột không có trong phiếu này": "Columns that are none of this form",
  "tệp XLSX hỏng hoặc không phải bảng tính; mở bằng Excel rồi lưu lại dạng .xlsx":
    "the XLSX file is broken or no workbook; open it in Excel and save it as .xlsx",
  "tệp XLSX không có trang tính nào đọc được": "the XLSX file has no sheet that can be read",
  "tệp có hơn {n} phiếu; chia thành nhiều tệp": "the file has more than {n} responses; split it",
  "dấu ngoặc kép mở ra mà không đóng lại, không đọc tiếp được": "a quotation mark opens and never closes",
  "dấu ngoặc kép mở ra mà không đóng lại, hoặc một dòng dài quá 4 triệu ký tự; không đọc tiếp được":
    "a quotation mark opens and never closes, or a row is longer than 4 million characters",
  "dòng có {n} ô, tiêu đề có {m} cột": "the row has {n} cells, the header {m} columns",
  "không phải kênh; các kênh: {channels}": "no channel; the channels: {channels}",
  "không đọc được thành ngày giờ; viết năm-tháng-ngày, ví dụ 2026-03-05 hoặc 2026-03-05T08:30":
    "no day or time; write year-month-day, such as 2026-03-05 or 2026-03-05T08:30",
  "viết năm trước, rồi tháng, rồi ngày: {time}": "write the year first, then month, then day: {time}",
  "không phải mức của thang đo; các giá trị: {values}": "no level of the scale; the values: {values}",
  "không phải lựa chọn của câu hỏi; các giá trị: {values}": "no option of the question; the values: {values}",
  "không phải số nguyên; các giá trị: {values}": "not a whole number; the values: {values}",
  "không phải số": "not a number",
  "dùng dấu chấm làm dấu thập phân": "use a point as the decimal mark",
  "nhỏ hơn giá trị nhỏ nhất {n}": "below the least value {n}",
  "lớn hơn giá trị lớn nhất {n}": "above the greatest value {n}",
  "phải là 0, 1 hoặc để trống": "must be 0, 1 or blank",
  "mã phiếu đã có ở dòng {n} với nội dung khác": "the response id stands on line {n} with other content",
  "mã phiếu đã có ở một đợt khảo sát khác": "the response id belongs to another survey",
  "mã phiếu đã có trong đợt này với nội dung khác": "the response id is in this survey with other content",
  "dài quá {n} ký tự": "longer than {n} characters",
  "số dài quá {n} ký tự": "the number is longer than {n} characters",
  "có ký tự điều khiển": "has control characters",
  "thời điểm còn ở tương lai": "the time is in the future",
  "nằm ngoài thời gian của đợt ({window})": "outside the survey's dates ({window})",
  "bắt đầu sau khi nộp": "began after it was sent",
  "mã này chỉ {n} đơn vị của đợt; thêm cột unit_id để nói rõ":
    "this code names {n} units of the survey; add a column unit_id to tell which",
  "ngày {day} không đơn vị nào của đợt mang mã này": "on {day} no unit of the survey bore this code",
  "không có đơn vị nào của đợt mang mã này": "no unit of the survey bears this code",
  "không phải đơn vị của đợt": "no unit of the survey",
  "còn {n} ô sai nữa trong dòng này": "{n} more bad cells in this row",
} as const;
