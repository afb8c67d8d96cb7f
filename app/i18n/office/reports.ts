/** English of officers' phrases: reports. */
export const REPORTS_ENGLISH = {
  "Xóa báo cáo": "Delete the report",
  "Xóa báo cáo…": "Delete the report…",
  "Tôi muốn xóa báo cáo này": "I want to delete this report",
  "Đã xóa báo cáo.": "The report is deleted.",
  "Báo cáo và phần đã viết trong đó bị xóa vĩnh viễn; số liệu và bản chốt vẫn còn, lập lại được. Việc xóa ghi vào nhật ký.":
    "The report and what was written into it are deleted for good; figures and snapshots stay, and it can be made again. The deletion is recorded.",
  "Đánh dấu vào ô đồng ý để xóa báo cáo.": "Tick the box to delete the report.",
  "Báo cáo đã có số, ký hiệu nên là văn bản đã ban hành, không xóa được. Nếu ghi nhầm số, bỏ số rồi lưu báo cáo trước.":
    "The report has a number, so it is an issued document and cannot be deleted. If the number is a mistake, remove it and save the report first.",
  "Báo cáo không còn, hoặc không do cơ quan bạn viết.": "The report is gone, or your body does not write it.",
  "Số, ký hiệu của báo cáo ghi như 123/BC-SYT: số, gạch chéo, BC, gạch nối, chữ viết tắt của cơ quan":
    "The number of a report is written as 123/BC-SYT: number, slash, BC, hyphen, initials of the body",
  "Ngày của báo cáo không thể trước ngày {day}, khi số liệu của báo cáo chưa có":
    "A report cannot be dated before {day}, when its figures were not there",
  "Ngày của báo cáo không thể sau ngày {day}": "A report cannot be dated after {day}",
  "Vẫn lập báo cáo không có số liệu": "Make the report without figures all the same",
  "Kết quả của đơn vị này không công bố (quá ít người trả lời, hoặc suy ra được kết quả của một nhóm ít người), nên báo cáo sẽ không có số nào. Nếu vẫn cần, đánh dấu ô “Vẫn lập báo cáo không có số liệu”.":
    "The results of this unit are withheld (too few respondents, or those of a small group could be worked out), so its report will hold no figure. If it is needed all the same, tick “Make the report without figures all the same”.",
  "Đơn vị này chưa có phiếu trả lời, nên báo cáo sẽ không có số nào. Nếu vẫn cần, đánh dấu ô “Vẫn lập báo cáo không có số liệu”.":
    "This unit has no responses yet, so its report will hold no figure. If it is needed all the same, tick “Make the report without figures all the same”.",
  "chưa có số": "no number yet",
  "So với năm trước: {title}": "Beside the year before: {title}",
  "Báo cáo do cơ quan thực hiện đợt khảo sát viết.": "The body that runs the survey writes the report.",
  "Báo cáo của đơn vị": "Report of the unit",
  "Chưa mở được báo cáo của đơn vị: kết quả của đợt chưa chốt, hoặc đơn vị không có trong số liệu đã chốt.":
    "The report of the unit cannot be opened yet: the results of the survey are not fixed, or the unit is not in them.",
  "Lập báo cáo của một đơn vị": "Make the report of a unit",
  "Đợt khảo sát của đơn vị": "Survey of the unit",
  "Xem các đơn vị của đợt": "Show the units of the survey",
  "Lập báo cáo": "Make a report",
  "Lấy số liệu mới cho báo cáo": "Take new figures into a report",
  "Sửa phần nhận xét của báo cáo": "Change the judgement of a report",
  "Văn bản làm căn cứ": "Documents it rests on",
  "Vấn đề chính trong ý kiến viết": "Main matters in written comments",
  "Nhận xét, đánh giá chung": "Assessment",
  "Tồn tại, hạn chế và nguyên nhân": "Shortcomings and their causes",
  "Kiến nghị, đề xuất": "Recommendations",
  "Báo cáo": "Reports",
  "Báo cáo: {title}": "Report: {title}",
  "Xem trước báo cáo": "Preview of the report",
  "Không ghi tên, số điện thoại, số giấy tờ của ai.": "No names, phone numbers or numbers of papers of anybody.",
  "Mỗi đoạn một dòng.": "A paragraph a line.",
  "Số, ngày, người ký, nơi nhận": "Number, day, signer, recipients",
  "Ví dụ 123/BC-SYT; để trống khi chưa lấy số.": "For example 123/BC-SYT; empty while it has none.",
  "Ngày của báo cáo": "Day of the report",
  "Lưu báo cáo": "Save the report",
  "Tải báo cáo (Word)": "Take the report (Word)",
  "Tải báo cáo (PDF)": "Take the report (PDF)",
  "Báo cáo từng đơn vị": "Reports on each unit",
  "Lập báo cáo từng đơn vị (ZIP)": "Make the reports on each unit (ZIP)",
  "Báo cáo từng đơn vị (PDF), bản số liệu {number}": "Reports on each unit (PDF), snapshot {number}",
  "Báo cáo từng đơn vị (Word), bản số liệu {number}": "Reports on each unit (Word), snapshot {number}",
  "Một tệp ZIP gồm báo cáo của mỗi đơn vị được khảo sát và danh sách đơn vị. Đơn vị ít phiếu thì số liệu được che.":
    "A ZIP file with a report on each unit surveyed and a list of them. Where a unit has few responses its figures are masked.",
  "Bản số liệu": "Snapshot of the figures",
  "Loại tệp": "Kind of file",
  "Word, để sửa và ký": "Word, to edit and sign",
  "PDF, để xem và in": "PDF, to read and print",
  "Lập báo cáo mọi đơn vị": "Make the reports on all units",
  "Chọn một bản số liệu của đợt này và loại tệp.": "Choose a snapshot of this survey and a kind of file.",
  "Máy chủ đang dựng nhiều tệp báo cáo. Xin thử lại sau vài phút.":
    "The server is making many files of reports. Please try again in a few minutes.",
  "Báo cáo lập từ bản chốt số liệu; đợt này chưa có bản nào.":
    "Reports are made from a snapshot of the figures; this survey has none yet.",
  "Mở trang Bản chốt số liệu": "Open the page of snapshots",
  "Tệp báo cáo này không còn: tệp chỉ giữ một giờ. Xin lập lại từ trang Báo cáo từng đơn vị.":
    "This file of reports is no longer there: files are kept for an hour. Please make it again from the page Reports on each unit.",
  "Tệp báo cáo này chưa xong hoặc không còn.": "This file of reports is not finished or no longer there.",
  "Đang đọc số liệu…": "Reading the figures…",
  "Đã lập {n} trên {total} báo cáo.": "{n} of {total} reports are made.",
  "Tệp lập trong một giờ qua": "Files made in the last hour",
  "Đã xong, tải được.": "Done, ready to download.",
  "Không lập được.": "Could not be made.",
  "Đang chờ.": "Waiting.",
  "Tải báo cáo (ZIP)": "Download the reports (ZIP)",
  "Lập tệp khác": "Make another file",
  "Số liệu": "Figures",
  "kỳ trước, để so sánh": "the time before, to compare with",
  "đã có bản chốt mới hơn": "there is a later snapshot",
  "Lấy số liệu mới nhất": "Take the latest figures",
  "Phần bạn viết được lưu và giữ nguyên.": "What you wrote is saved and kept.",
  "Phần nhận xét": "Judgement",
  "Lưu báo cáo để tải": "Save the report to download it",
  "Đã lưu báo cáo.": "The report is saved.",
  "Đã lấy số liệu mới.": "The report has the latest figures.",
  "Chưa lấy được số liệu mới: số liệu đang đổi liên tục. Thử lại sau ít phút.":
    "No new figures could be taken: they are changing all the time. Try again in a few minutes.",
  "Người khác vừa sửa báo cáo này. Nội dung bạn viết vẫn còn ở đây; mở trang này ở thẻ khác để xem bản đã lưu, rồi bấm Lưu lần nữa nếu muốn ghi đè.":
    "Somebody else has just changed this report. What you wrote is still here; open this page in another tab to see what was saved, then save again to write over it.",
  "Chọn đợt": "Choose a survey",
  "Đợt chưa chốt vẫn lập được: báo cáo ghi “số liệu tạm tính” và cập nhật được sau khi chốt.":
    "A survey that is not finalised will do: the report says that its figures are provisional, and takes the final ones later.",
  "Không lập được báo cáo: chọn một đợt khảo sát do cơ quan bạn thực hiện.":
    "No report was made: choose a survey that your body runs.",
  "Chưa có báo cáo nào.": "There is no report yet.",
  "Chưa có báo cáo nào xem được. Báo cáo do cán bộ thiết kế của cơ quan thực hiện đợt lập; kết quả của đơn vị bạn có ở trang Kết quả của từng đợt.":
    "There is no report that you may see yet. Reports are made by designers of the body that runs a survey; your unit's results are on the page of results of each survey.",
  "Bảng báo cáo": "Table of reports",
  "Sửa lần cuối": "Changed last",
  "Nhiệm vụ số {n}, năm {year}": "Task {n}, year {year}",
  "Báo cáo một đợt khảo sát": "Report on a survey",
  "Báo cáo một đơn vị": "Report on a unit",
  "Báo cáo tổng hợp theo nhiệm vụ": "Consolidated report on a task",
  "Báo cáo định kỳ": "Periodic report",
  "Báo cáo so với năm trước": "Report beside the year before",
  "Nhiệm vụ số {n}, {period} năm {year}": "Task {n}, {period} of {year}",
  "Tổng hợp các đợt đã chốt của nhiệm vụ trong năm, mỗi đợt một phần, không lấy bình quân chung.":
    "Brings the finalised surveys of the task together, each in a part of its own, without an average over all.",
  "Báo cáo Chủ tịch UBND tỉnh (qua Sở Nội vụ), với số liệu tạm tính đến hôm nay.":
    "To the Chairman of the province through the Department of Home Affairs, with provisional figures as of today.",
  "Đặt đợt này cạnh đợt năm trước, chỉ trên các câu có ở cả hai mẫu phiếu.":
    "Sets this survey beside the one of the year before, over questions that both forms have.",
  "Loại báo cáo": "Kind of report",
  "Chưa có đợt khảo sát nào đã mở do cơ quan bạn thực hiện.": "No survey that your body runs has been opened yet.",
  "Không có nhiệm vụ khảo sát nào do cơ quan bạn chủ trì.": "Your body leads no survey task.",
  "Chưa có đợt nào dùng mẫu phiếu nối được với mẫu của một đợt năm trước.":
    "No survey uses a form that is linked with one of the year before.",
  "Nhiệm vụ": "Task",
  "Chọn nhiệm vụ": "Choose a task",
  "Năm {year}, nhiệm vụ {number}: {content}": "{year}, task {number}: {content}",
  "Kỳ báo cáo": "Period",
  "Chọn kỳ": "Choose a period",
  "Lấy cả số liệu tạm tính của các đợt chưa chốt": "Take provisional figures of surveys that are not finalised too",
  "Chọn nhiệm vụ của báo cáo.": "Choose the task of the report.",
  "Chọn kỳ báo cáo.": "Choose the period of the report.",
  "Không lập được báo cáo: nhiệm vụ này không do cơ quan bạn chủ trì.":
    "No report was made: your body does not lead this task.",
  "Chưa có đợt nào của nhiệm vụ được chốt. Đánh dấu “lấy cả số liệu tạm tính” nếu muốn lập báo cáo từ số liệu đến nay.":
    "No survey of the task is finalised yet. Tick “provisional figures too” to make the report from figures so far.",
  "Chưa có đợt khảo sát nào của nhiệm vụ trong năm được mở, nên chưa có số liệu để so sánh hay tổng hợp.":
    "No survey of the task has been opened in the year, so there are no figures to compare or bring together.",
  "Chưa lập được báo cáo: số liệu đang đổi liên tục. Thử lại sau ít phút.":
    "No report was made: the figures are changing all the time. Try again in a few minutes.",
  "Báo cáo này đã có và dùng số liệu ngoài phạm vi của tài khoản.":
    "This report exists and uses figures outside the account's scope.",
  "Không lập được báo cáo so sánh: không có đợt năm trước do cơ quan bạn thực hiện dùng mẫu phiếu nối được với mẫu của đợt này.":
    "No comparison was made: your body ran no survey in the year before with a form linked to this one's.",
  "Phần đã viết chưa lưu sẽ mất. Rời trang này?": "What you wrote is not saved and will be lost. Leave this page?",
  "Thay cho các câu căn cứ còn để trống số văn bản. Mỗi văn bản một dòng.":
    "In place of the sentences whose document number is open. A document a line.",
} as const;
