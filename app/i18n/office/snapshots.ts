/** English of officers' phrases: snapshots of figures and their correction. */
export const SNAPSHOTS_ENGLISH = {
  "Bản chốt số liệu": "Snapshots",
  "Đính chính kết quả đã chốt": "Correct finalised results",
  "Lưu bản chốt số liệu": "Take a snapshot",
  "Đính chính kết quả…": "Correct the results…",
  "Tôi muốn mở kết quả đã chốt để đính chính": "I want to open finalised results for a correction",
  "Mở để đính chính": "Open for a correction",
  "Bản chốt hiện nay vẫn được giữ nguyên, báo cáo và trang công bố vẫn dẫn tới nó. Sửa xong thì chốt lại: bản chốt mới ghi lý do và phần khác so với bản trước.":
    "The present snapshot is kept as it is, and reports and the public page still name it. When the correction is made, finalise again: the new snapshot tells the reason and what differs.",
  "Lý do đính chính": "Reason for the correction",
  "Ghi lý do đính chính: lý do được lưu cùng bản chốt mới.": "Write the reason: it is kept with the new snapshot.",
  "Lý do dài nhất 500 ký tự.": "The reason has at most 500 characters.",
  "Đã mở kết quả để đính chính. Bản chốt trước vẫn được giữ.":
    "The results are open for a correction. The snapshot before is kept.",
  "Bản chốt giữ nguyên số liệu của một thời điểm: số phiếu, phiên bản mẫu phiếu, quy tắc, phần bị che, phiên bản phần mềm. Báo cáo lập lại từ cùng một bản chốt luôn giống hệt nhau.":
    "A snapshot keeps the figures of one moment: responses, version of the form, rules, masks, version of the software. Reports made from the same snapshot are always the same.",
  "Chưa có bản chốt nào. Chốt kết quả ở trang Tổng quan sau khi đóng đợt, hoặc lưu bản tạm tính cho báo cáo định kỳ.":
    "There is no snapshot yet. Finalise the results on the overview after closing the survey, or keep a provisional one for a periodic report.",
  "Lưu bản tạm tính": "Keep a provisional snapshot",
  "Đợt chưa chốt: bản tạm tính lấy số liệu đến lúc này, báo cáo ghi rõ “số liệu tạm tính”.":
    "The survey is not finalised: a provisional snapshot takes the figures as of now, and reports say so.",
  "Bảng bản chốt số liệu": "Table of snapshots",
  Bản: "Snapshot",
  "Bản chốt số {number}": "Snapshot {number}",
  "Bản tạm tính số {number}": "Provisional snapshot {number}",
  "Mã kiểm tra": "Checksum",
  "Phần mềm": "Software",
  "bản {software}": "version {software}",
  "Khác bản chốt trước": "Differences from the snapshot before",
  "Bản chốt số {after} so với bản chốt số {before}": "Snapshot {after} beside snapshot {before}",
  "Lý do đính chính: {reason}": "Reason for the correction: {reason}",
  "Số phiếu: {before} → {after}": "Responses: {before} → {after}",
  "Không đơn vị nào đổi chỉ số chung.": "No unit's overall index changed.",
  "Bảng thay đổi chỉ số chung": "Table of changes of the overall index",
  "Tỷ lệ hài lòng trước → sau": "Share satisfied, before → after",
  "Số người trước → sau": "Persons, before → after",
  "Đổi ít phiếu: không nêu số để không lộ câu trả lời của vài người":
    "Few responses changed: figures are left out so that nobody's answers show",
  "{n} đơn vị không đổi.": "{n} units did not change.",
  "Đã lưu bản tạm tính.": "The provisional snapshot is kept.",
  "Số liệu đang đổi liên tục nên chưa lưu được bản tạm tính. Thử lại sau ít phút.":
    "Figures are changing all the time, so no provisional snapshot was kept. Try again in a few minutes.",
} as const;
