/** English of officers' phrases: files of figures, records and comments. */
export const FILES_ENGLISH = {
  "Tải số liệu": "Files",
  "Mọi tệp số liệu": "All files",
  "Tải phiếu ẩn danh": "Take anonymised records",
  "Mục đích: {value}": "Purpose: {value}",
  "Số ô bỏ trống: {value}": "Cells left out: {value}",
  "Báo cáo dựng từ một bản số liệu được giữ lại và nêu mã của bản ấy; đợt chưa chốt thì báo cáo ghi “số liệu tạm tính”. Ghi nhận xét, kiến nghị rồi tải bản Word hoặc PDF.":
    "The report is made from a snapshot that is kept, and names it; while the survey is not finalised it says “provisional figures”. Write remarks and recommendations, then take it as Word or PDF.",
  "Cán bộ thiết kế của cơ quan thực hiện đợt lập báo cáo; báo cáo đã lập mà bạn xem được có ở trang":
    "Designers of the body that runs the survey make the report; reports that you may see are on the page",
  "Chỉ số, yếu tố, tiêu chí, phân bố, mẫu, kênh, phương pháp, từ điển mã; mở bằng Excel":
    "Indices, factors, criteria, distributions, sample, channels, method, codebook; opens in Excel",
  "Mọi chỉ số của mọi đơn vị, mỗi số một dòng, cho R, Stata, Python. Xem bằng Excel thì lấy tệp XLSX: Excel tiếng Việt mở CSV dồn vào một cột":
    "Every index of every unit, one a line, for R, Stata, Python. To look with Excel take the XLSX file: Excel in Vietnamese opens CSV as a single column",
  "Số câu trả lời ở từng mức của từng câu hỏi": "Answers at each level of each question",
  "Nghĩa của từng cột, từng mã trong các tệp CSV": "What every column and code of the CSV files means",
  "Kết quả (JSON)": "Results (JSON)",
  "hailong.result/1, cho phần mềm khác": "hailong.result/1, for other software",
  "Mô tả tệp JSON (JSON Schema)": "Description of the JSON file (JSON Schema)",
  "Để kiểm tra tệp JSON bằng công cụ khác": "To check the JSON file with other tools",
  "Bảng các tệp số liệu tổng hợp": "Table of the files of aggregates",
  "Số dòng": "Lines",
  "Kênh thu nhận": "Channel",
  "Có gì trong tệp": "What it holds",
  "Số liệu tổng hợp": "Aggregates",
  "Số liệu đang công bố của hôm nay, phần nhỏ đã che. Chốt kết quả thì mọi tệp lấy từ bản chốt.":
    "The figures published today, small ones masked. Once the results are finalised, every file comes from the snapshot.",
  "Lấy từ {snapshot}: hôm nào tải cũng giống nhau.": "Taken from {snapshot}: the same on whatever day.",
  "Từng phiếu đã ẩn danh (CSV, SAV)": "Single anonymised records (CSV, SAV)",
  "Từng phiếu đã ẩn danh (CSV, SAV, mẫu nhập của Bộ Y tế)":
    "Single anonymised records (CSV, SAV, the ministry of health's layout)",
  "Dành cho cơ quan thực hiện đợt, sau khi kết quả đã chốt. Trang sau cho xem kết quả kiểm tra lộ danh tính trước khi tải; mỗi lần tải được ghi vào nhật ký.":
    "For the body that runs the survey, once its results are finalised. The next page shows what the disclosure check finds before anything leaves; every taking is recorded.",
  "Kiểm tra và tải phiếu ẩn danh": "Check and take anonymised records",
  "Chỉ quản trị viên và cán bộ thiết kế của cơ quan thực hiện đợt tải được từng phiếu. Cần phiếu để phân tích thì đề nghị cơ quan ấy.":
    "Only administrators and designers of the body that runs the survey take single records. Who needs them for an analysis asks that body.",
  "Các ý kiến đã hiện ở trang Ý kiến viết, xếp theo đơn vị và câu hỏi, thứ tự ngẫu nhiên, đã che số điện thoại, thư điện tử, số giấy tờ. Tên người không che được: đọc trước khi chuyển cho ai.":
    "The comments that the page of comments shows, by unit and question in random order, phone numbers, e-mail addresses and numbers of papers masked. Names cannot be masked: read before you pass them on.",
  "Ý kiến (XLSX)": "Comments (XLSX)",
  "Ý kiến (CSV)": "Comments (CSV)",
  "Phiếu ẩn danh": "Anonymised records",
  "Chỉ tải được từng phiếu khi đợt đã chốt kết quả: mọi tệp khi ấy cùng một số liệu.":
    "Single records can be taken once the results are finalised: every file then has the same figures.",
  "Đợt có quá ít phiếu: tải từng phiếu sẽ lộ danh tính người trả lời.":
    "The survey has too few responses: single records would tell who answered.",
  "Kết quả kiểm tra lộ danh tính": "What the disclosure check found",
  "Số phiếu trong tệp": "Records in the file",
  "Số đơn vị, nhóm đơn vị": "Units and groups of units",
  "Nhóm gộp từ đơn vị ít phiếu": "Groups made of small units",
  "Nhóm nhỏ nhất": "Smallest group",
  "{n} phiếu giống nhau": "{n} records alike",
  "Số ô bỏ trống": "Cells left out",
  "{n} trên {all} ô về người trả lời": "{n} of {all} cells about respondents",
  "Quy tắc: trong mỗi đơn vị, mọi phiếu phải giống ít nhất {n} phiếu khác nếu xét chung kênh thu nhận và tất cả câu hỏi về người trả lời; phiếu nào chưa đạt thì bỏ trống dần các câu ấy, câu có nhiều giá trị nhất trước. Số về người trả lời (tuổi, số ngày) làm tròn xuống hàng {step}. Đơn vị ít phiếu ghi tên cấp trên.":
    "The rule: within a unit every record must be like at least {n} others in its channel and all questions about the respondent jointly; where one is not, those answers are left out one by one, the one with the most values first. Numbers about the respondent (age, days) are rounded down to a multiple of {step}. Units of few records bear the name of the body above.",
  "Phiếu của nhân viên: mọi câu hỏi về người trả lời được bỏ hẳn, vì đồng nghiệp nhận ra nhau.":
    "A form for staff: every question about the respondent is left out, since colleagues know each other.",
  "Bảng số ô bỏ trống": "Table of cells left out",
  "CSV, mỗi phiếu một dòng (nhập lại được vào nền tảng này, đọc bằng R, Python, Excel)":
    "CSV, one record a line (can be imported here again; R, Python, Excel)",
  "SAV, có nhãn và giá trị thiếu (SPSS, PSPP, R, Stata)": "SAV with labels and missing values (SPSS, PSPP, R, Stata)",
  "XLSX theo thứ tự nhập của trang Bộ Y tế (kèm ngày, chưa đối chiếu với trang)":
    "XLSX in the order of the ministry of health's site (with the day; not checked against the site)",
  "Tải phiếu": "Take the records",
  "Mã phiếu và thứ tự dòng được rút ngẫu nhiên cho từng tệp, nên không nối được hai tệp theo từng người. Trong tệp không có điểm khảo sát, máy, điều tra viên, ý kiến viết.":
    "Ids and order are drawn at random for each file, so that two files cannot be joined person by person. No points, devices, interviewers or comments are in the file.",
  "Kèm ngày và buổi trả lời": "With day and half-day",
  "Chỉ khi thật cần: ai biết thêm buổi một người đến sẽ nhận ra được {n} phiếu. Buổi, ngày có dưới {k} phiếu của đơn vị vẫn để trống.":
    "Only if needed: whoever knows when a person came could recognise {n} records. Half-days and days with fewer than {k} records of the unit stay empty.",
  "Mục đích sử dụng": "Purpose",
  "Ghi ít nhất 10 ký tự; lưu vào nhật ký cùng tên người tải.": "At least 10 characters; recorded with your name.",
  "Tôi chỉ dùng tệp cho mục đích trên, không tìm cách nhận ra người trả lời, không công bố từng phiếu, và xóa tệp khi xong việc.":
    "I use the file for this purpose only, do not try to recognise anybody, publish no single record, and delete the file when done.",
  "Chỉ tải được phiếu của đợt đã chốt kết quả.": "Only records of a survey whose results are fixed can be taken.",
  "Đợt có quá ít phiếu để tải từng phiếu mà không lộ danh tính.":
    "The survey has too few forms for single records to leave without telling who answered.",
  "Về trang Phiếu ẩn danh": "Back to anonymised records",
  "Chưa tải được phiếu": "No records were taken",
} as const;
