/** English of officers' phrases: what units answer to what people said. */
export const IMPROVEMENTS_ENGLISH = {
  "Tiếp thu, giải trình": "Answers to the public",
  "Viết phần tiếp thu, giải trình": "Write an answer to the public",
  "Công bố phần tiếp thu, giải trình": "Publish an answer to the public",
  "Rút phần tiếp thu, giải trình": "Take back an answer to the public",
  "Xóa bản nháp tiếp thu, giải trình": "Delete a draft answer",
  "Đã lưu.": "Saved.",
  "Đã công bố: người dân đọc được ở trang kết quả của đơn vị.":
    "Published: people can read it on the unit's page of results.",
  "Đã rút về bản nháp.": "It is a draft again.",
  "Đã xóa bản nháp tiếp thu, giải trình.": "The draft answer is deleted.",
  "Mỗi đơn vị trả lời người dân: điều được nêu, tiếp thu hay giải trình thế nào, đã làm được gì. Nội dung đã công bố hiện ở trang kết quả của đơn vị khi kết quả của đợt đang được công bố.":
    "Each unit answers the public: what was said, what it accepts or explains, what it has done. What is published here shows on the unit's page of results while the results of the survey stand published.",
  "Viết mục mới": "Write a new entry",
  "Chưa có mục nào.": "There is no entry yet.",
  "Điều người dân nêu": "What people said",
  "Tóm tắt bằng lời của đơn vị. Không ghi tên, số điện thoại, số giấy tờ của ai.":
    "A summary in the unit's own words. No names, telephone or document numbers.",
  "Đơn vị nhận điều gì, giải thích điều gì.": "What the unit accepts and what it explains.",
  "Kết quả cải thiện": "What was done",
  "Đã làm gì, từ ngày nào. Để trống khi chưa có kết quả.": "What was done and since when. Empty while nothing is.",
  "Mục này đang công bố: lưu xong người dân đọc ngay bản mới.":
    "This entry is published: once saved, people read the new text.",
  "Lưu và cập nhật trang công bố": "Save and update the public page",
  "Lưu bản nháp tiếp thu": "Save as a draft",
  "Công bố lúc {moment}": "Published {moment}",
  "Bản nháp, người dân chưa đọc được": "Draft, not public",
  "sửa lần cuối {moment}, {by}": "last changed {moment}, {by}",
  "Rút về bản nháp…": "Make it a draft again…",
  "Tôi muốn người dân thôi đọc được mục này": "I want the public no longer to read this entry",
  "Rút về bản nháp": "Make it a draft again",
  "Công bố mục này…": "Publish this entry…",
  "Tôi đã đọc lại, không còn tên hay thông tin riêng của ai":
    "I have read it again: it holds no name and nothing private of anybody",
  "Công bố mục này": "Publish this entry",
  "Có số điện thoại, thư điện tử hoặc số giấy tờ. Khi công bố, chúng được thay như dưới đây; tên người thì máy không nhận ra, xin tự xóa.":
    "It holds telephone or document numbers or e-mail addresses. Published, they are replaced as below; names cannot be told by a machine, so please delete them yourself.",
  "Người dân đọc đúng như trên. Tên người thì máy không nhận ra: xin đọc lại và tự xóa.":
    "People will read it as it stands above. Names cannot be told by a machine: please read it again and delete them.",
  "chưa có": "none yet",
  "Ghi điều người dân nêu": "Write what people said",
  "Ghi phần tiếp thu, giải trình": "Write what the unit answers",
  "Đơn vị này không thuộc đợt hoặc không trong phạm vi của tài khoản":
    "This unit is not in the survey or not within the scope of the account",
  "Không có nội dung này trong phạm vi của tài khoản, hoặc nó vừa được đổi. Tải lại trang để xem.":
    "There is no such entry within the scope of the account, or it has just changed. Load the page again.",
} as const;
