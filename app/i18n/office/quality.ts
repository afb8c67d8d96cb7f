/** English of officers' phrases: the quality of responses. */
export const QUALITY_ENGLISH = {
  "Giờ theo từng thứ trong tuần, kể cả ngày chỉ mở một buổi. Đã khai giờ: {told} trong {all} điểm có phiếu.":
    "Hours by the day of the week, days open for half of it included. Hours are told of {told} of {all} points with forms.",
  "Chưa xét được": "Cannot be judged yet",
  "Chất lượng phiếu": "Quality of forms",
  "Chất lượng phiếu: {title}": "Quality of forms: {title}",
  "Trả lời quá nhanh": "Answered too fast",
  "Nhanh hơn {speedTimes} lần so với một nửa số phiếu của đợt; không xét phiếu giấy và phiếu nhập tệp.":
    "More than {speedTimes} times faster than half of the survey's forms; paper and imported forms are not judged.",
  "Một mức từ đầu đến cuối": "One level throughout",
  "Từ {straightItems} tiêu chí trở lên, mọi câu cùng một mức. Chỉ là dấu để xem: người hài lòng, trung thực cũng hay trả lời như vậy.":
    "From {straightItems} items on, every answer at one level. A mark to look at only: honest, satisfied people often answer so.",
  "Trùng hệt phiếu khác": "Identical to another form",
  "Mọi tiêu chí giống một phiếu khác ở cùng điểm trong vòng {identicalMinutes} phút. Chỉ là dấu để xem.":
    "Every item as in another form of the same point within {identicalMinutes} minutes. A mark to look at only.",
  "Dồn dập ở một điểm": "Burst at a point",
  "Trong {burstMinutes} phút có từ {burstForms} phiếu, gấp {burstTimes} lần mức thường có ở điểm đó và hơn mức ngẫu nhiên.":
    "At least {burstForms} forms in {burstMinutes} minutes, {burstTimes} times what is usual at that point and more than chance.",
  "Ngoài giờ mở cửa": "Outside opening hours",
  "Từ {closedForms} phiếu trong một khoảng điểm đóng cửa, cách giờ mở hơn {closedGraceMinutes} phút; điểm chưa khai giờ thì không xét.":
    "At least {closedForms} forms in one stretch when the point is closed, more than {closedGraceMinutes} minutes from its hours; points without hours are not judged.",
  "Điều tra viên khác thường": "Interviewer who stands out",
  "Phiếu của điều tra viên có tỷ lệ một dấu hiệu cao hơn các điều tra viên khác ít nhất 2 lần và {groupPoints} điểm phần trăm (từ {groupForms} phiếu).":
    "Forms of an interviewer whose share of one sign is at least twice that of the other interviewers and {groupPoints} percentage points above it (from {groupForms} forms).",
  "Theo quy tắc": "By rule",
  "Dấu hiệu": "Sign",
  "dấu để xem": "mark only",
  "Một nửa số phiếu được trả lời trong không quá {n} giây.": "Half of the forms were answered within {n} seconds.",
  "Chỉ số khi có và không có phiếu có dấu hiệu": "Indices with and without flagged forms",
  "Không có phiếu nào có dấu hiệu trong kết quả: hai cột như nhau.":
    "No form in the results is flagged: both columns are the same.",
  "Cột “không có” bỏ {n} phiếu có dấu hiệu. Đây chỉ là so sánh; kết quả không đổi khi chưa có quyết định loại.":
    "The second figures leave out {n} flagged forms. This is a comparison only; the results do not change until forms are excluded.",
  "Mọi phiếu được tính": "All forms counted",
  "Không có phiếu có dấu hiệu": "Without flagged forms",
  "Dưới {cell} phiếu có dấu hiệu thì không công bố chỉ số khi bỏ chúng: lấy hai cột trừ nhau sẽ ra câu trả lời của ít người.":
    "With fewer than {cell} flagged forms the index without them is not published: subtracting the columns would give the answers of few people.",
  "Ở đâu có nhiều phiếu có dấu hiệu": "Where many forms are flagged",
  "Cách chia bảng": "How the table is divided",
  "Tên đơn vị hoặc điểm": "Name of the unit or point",
  "Không có dòng nào tên như vậy.": "No line of that name.",
  "Có dấu hiệu": "Flagged",
  "Hai dấu hiệu khác nhóm": "Two signs of different kinds",
  "Đã loại": "Excluded",
  "Hài lòng, mọi phiếu": "Satisfied, all forms",
  "Hài lòng, không có phiếu có dấu hiệu": "Satisfied, without flagged forms",
  "“Không công bố” ở cột cuối: đơn vị còn quá ít người, hoặc quá ít phiếu có dấu hiệu nên so hai cột sẽ lộ câu trả lời của nhóm ít người.":
    "“Not published” in the last column: the unit has too few people, or too few flagged forms, so that setting the two columns side by side would give a small group's answers away.",
  "Xếp theo tỷ lệ phiếu có dấu hiệu. Tỷ lệ cao là lý do để hỏi lại, chưa phải là kết luận.":
    "Ordered by the share of flagged forms. A high share is a reason to ask, not a conclusion.",
  "Còn {n} dòng nữa; tìm theo tên.": "{n} more lines; search by name.",
  "{mark}: {share}, các {group} khác thường {others}": "{mark}: {share}, usually {others} with the others ({group})",
  "{unit}, ngày {day}": "{unit}, {day}",
  "Có thể loại": "May be excluded",
  "Loại {n} phiếu…": "Exclude {n} forms…",
  "Khôi phục {n} phiếu…": "Restore {n} forms…",
  "Loại khỏi kết quả": "Exclude from the results",
  "Khôi phục vào kết quả": "Restore to the results",
  "{flagged} trong {forms} phiếu ({share}) có dấu hiệu không do người dân tự trả lời.":
    "{flagged} of {forms} forms ({share}) bear signs that no respondent filled them in.",
  "{n} phiếu có hai dấu hiệu khác nhóm; {excluded} phiếu đã loại. Không phiếu nào bị xóa.":
    "{n} forms bear two signs of different kinds; {excluded} are excluded. None is deleted.",
  "Phiếu đang chờ xem xét vì có vẻ do máy gửi hoặc đến muộn không nằm trong trang này.":
    "Forms that wait for review because they seem to come from a machine or came late are not on this page.",
  "Đợt có {forms} phiếu; từ {n} phiếu trở lên mới xét chất lượng.":
    "The survey has {forms} forms; quality is judged from {n} forms on.",
  "Số phiếu ít nhất để xét": "Forms needed to judge at all",
  "Quá nhanh: nhanh gấp mấy lần một nửa số phiếu": "Too fast: how many times faster than half of the forms",
  "Một mức: số tiêu chí ít nhất": "One level: items at least",
  "Trùng hệt: trong vòng bao nhiêu phút": "Identical: within how many minutes",
  "Dồn dập: trong bao nhiêu phút": "Burst: in how many minutes",
  "Dồn dập: số phiếu ít nhất": "Burst: forms at least",
  "Dồn dập: gấp mấy lần mức thường có": "Burst: how many times what is usual",
  "Ngoài giờ: cách giờ mở hơn bao nhiêu phút": "Out of hours: more than how many minutes from opening hours",
  "Ngoài giờ: số phiếu ít nhất trong một khoảng": "Out of hours: forms at least in one stretch",
  "Điều tra viên, kênh: số phiếu ít nhất": "Interviewers, channels: forms at least",
  "Điều tra viên, kênh: cao hơn bao nhiêu điểm phần trăm": "Interviewers, channels: how many percentage points above",
  "Ngưỡng của đợt này…": "Thresholds of this survey…",
  "Đổi ngưỡng chỉ đổi dấu hiệu trên trang này, không đổi kết quả và không đổi quyết định đã có.":
    "Changing thresholds changes the signs on this page only, not the results and not what was decided.",
  "Mặc định {n}": "Default {n}",
  "Lưu ngưỡng": "Save the thresholds",
  "Ghi số nguyên từ {least} đến {most}": "Give a whole number from {least} to {most}",
  "Quyết định theo nhóm": "Decide by group",
  "Quản trị viên, cán bộ thiết kế của cơ quan thực hiện quyết định, và chỉ khi đợt chưa chốt kết quả.":
    "Administrators and survey designers of the body that runs the survey decide, and only until its results are finalised.",
  "Có bốn nhóm: thời gian trả lời; câu trả lời (một mức, trùng hệt); lúc gửi (dồn dập, ngoài giờ); điều tra viên.":
    "There are four kinds: time taken; answers (one level, identical); moment of sending (burst, closed hours); interviewer.",
  "Chỉ phiếu có hai dấu hiệu khác nhóm mới được loại, theo từng điểm (phiếu nhập không gắn điểm: theo từng tệp) và từng ngày; phải ghi lý do và khôi phục được.":
    "Only forms with two signs of different kinds may be excluded, by point (imported forms without one: by file) and day; a reason is needed, and they can be restored.",
  "Dấu hiệu tìm thấy": "Signs found",
  "Đang lọc: tên đơn vị hoặc điểm có “{search}”.": "Filtered: units or points with “{search}” in their name.",
  "Tệp {file}, ngày {day}": "File {file}, {day}",
  "Nguồn phiếu": "Where the forms are from",
  "Dưới mỗi con số: n là số người (ở tỷ lệ), rồi {interval}.":
    "Below each figure: n is the number of persons (at the rate), then the {interval}.",
  "Không có nhóm phiếu nào để quyết định.": "There is no group of forms to decide about.",
  "Đợt khảo sát đã chốt: kết quả không đổi nữa.": "The survey is finalised: its results no longer change.",
  "Số phiếu của nhóm này đã khác với lúc bạn xem. Tải lại trang rồi quyết định lại.":
    "The forms of this group are others than when you looked. Reload the page and decide again.",
} as const;
