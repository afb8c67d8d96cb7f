/** English of officers' phrases: surveys, what they are, how they begin, run and end. */
export const SURVEYS_ENGLISH = {
  "Mục tiêu tỷ lệ hài lòng chung (%)": "Target for the overall satisfaction rate (%)",
  "Theo kế hoạch, ví dụ 90; để trống khi kế hoạch không đặt.":
    "As in the plan, for example 90; empty where it sets none.",
  "Mục tiêu là số phần trăm trên 0 và không quá 100, ví dụ 90 hoặc 92,5":
    "The target is a per cent above 0 and at most 100, for example 90 or 92.5",
  "Tên đợt khảo sát": "Name of the survey",
  "Cơ quan thực hiện": "Run by",
  "Ngày bắt đầu": "First day",
  "Ngày kết thúc": "Last day",
  "Thời gian thu phiếu": "Fieldwork",
  "Thời gian": "Time",
  "Số đơn vị": "Units",
  "{n} đơn vị": "{n} units",
  "Phiếu đã nhận": "Responses received",
  "Phiếu trong kết quả": "Responses in the results",
  "Phiếu trong kết quả ở các đơn vị được xem": "Responses in the results at the units you may see",
  "Chờ xem xét hoặc không tính": "Waiting for review or not counted",
  "Đến muộn, không vào kết quả": "Late, not in the results",
  "Được xem {seen} trong {all} đơn vị của đợt": "You may see {seen} of the survey's {all} units",
  "Số liệu chỉ của các đơn vị mà tài khoản này được xem, không phải của cả đợt khảo sát.":
    "Figures are of the units within your scope only, not of the whole survey.",
  "Sẽ mở ngày {day}": "Opens on {day}",
  "Đang thu phiếu": "Collecting",
  "Đã hết hạn ngày {day}": "Ended on {day}",
  "Đã đóng": "Closed",
  "Đã chốt": "Finalised",
  "Chọn ngẫu nhiên (mẫu xác suất)": "Random (probability sample)",
  "Khảo sát toàn bộ": "Census",
  "Theo chỉ tiêu hoặc gặp ai hỏi người ấy (hạn ngạch, thuận tiện)": "By quota, or whoever is met (quota, convenience)",
  "Tự nguyện": "Voluntary",

  // The list and the form
  "Bản nháp đã có phiếu nên mẫu phiếu giữ nguyên.": "The draft has answers already, so its form stays.",
  "Bản nháp đã có phiếu nên không đổi mẫu phiếu được": "The draft has answers already, so its form cannot change",
  "Bấm “Lưu thay đổi” để đổi sang mẫu này.": "Press “Save changes” to change to this form.",
  "Chưa có đợt khảo sát nào trong phạm vi của tài khoản.": "No survey within the scope of your account yet.",
  "Bấm “Tạo đợt khảo sát” để bắt đầu: chọn mẫu phiếu, đơn vị và thời gian.":
    "Press “New survey” to begin: choose a questionnaire, units and days.",
  "Lập đợt mới từ đợt này": "New survey from this one",
  "Cơ quan này xem được toàn bộ kết quả; tên in trên phiếu và báo cáo.":
    "This body sees all results; its name stands on forms and reports.",
  "Nếu đã qua: nhận phiếu ngay khi mở.": "If it is past: answers are taken as soon as you open.",
  "Nhận phiếu đến hết ngày này.": "Answers are taken until the end of this day.",
  "Chỉ kéo dài thêm; muốn kết thúc sớm thì đóng đợt.": "It can only become later; to end sooner, close the survey.",
  "Ngày bắt đầu đã qua: đợt này bắt đầu nhận phiếu ngay khi mở.":
    "The first day is past: this survey takes answers as soon as you open it.",
  "Đơn vị đã có phiếu thì không bỏ ra khỏi đợt được.": "Units that have responses cannot be taken out of the survey.",
  "Kéo dài, thêm đơn vị, đổi tên": "Extend, add units, rename",
  "Sửa bản nháp": "Change the draft",
  "Đơn vị giữ lại vẫn dùng mã QR cũ.": "Units that stay keep their QR codes.",
  "Ghi cạnh kết quả để người đọc biết kết quả đại diện cho ai. Dán mã QR tại quầy, ai muốn thì trả lời: chọn Tự nguyện.":
    "Stands beside the results, so that readers know whom they speak for. A QR code at the counter, whoever wants answers: choose Voluntary.",
  "Người trả lời được chọn ngẫu nhiên từ một danh sách.": "Respondents are drawn at random from a list.",
  "Hỏi tất cả mọi người thuộc đối tượng.": "Everybody concerned is asked.",
  "Hỏi cho đủ số người đã định, không chọn ngẫu nhiên. Kết quả không đại diện cho mọi người sử dụng dịch vụ.":
    "A set number of people is asked, not at random. The results do not speak for everybody who uses the service.",
  "Ai quét mã thì trả lời. Kết quả không đại diện cho mọi người sử dụng dịch vụ.":
    "Whoever scans the code answers. The results do not speak for everybody who uses the service.",
  "Tên đợt khảo sát phải có ít nhất 5 ký tự": "The name needs at least 5 characters",
  "Tên đợt khảo sát dài quá 200 ký tự": "The name is longer than 200 characters",
  "Chọn một mẫu phiếu": "Choose a questionnaire",
  "Chọn cơ quan thực hiện": "Choose who runs the survey",
  "Ngày bắt đầu không hợp lệ": "The first day is not a valid date",
  "Ngày kết thúc không hợp lệ": "The last day is not a valid date",
  "Đánh dấu một cách chọn người trả lời": "Tick how respondents are chosen",
  "Chọn ít nhất một đơn vị": "Choose at least one unit",
  "Ngày kết thúc phải từ ngày bắt đầu trở đi": "The last day cannot be before the first",
  "Ngày kết thúc đã qua: đợt khảo sát sẽ không nhận được phiếu nào":
    "The last day is past: the survey would take no answer",
  "{title}, phiên bản {version}: {n} câu hỏi": "{title}, version {version}: {n} questions",
  "Đã chọn sẵn biến thể mới nhất lập từ mẫu của đợt trước.":
    "The newest variant made from the last survey's questionnaire is chosen already.",
  "{n} câu hỏi": "{n} questions",
  "Mẫu phiếu không tồn tại": "There is no such questionnaire",
  "Mẫu phiếu này chỉ giữ cấu trúc để so sánh, không dùng thu phiếu":
    "This questionnaire is kept for comparison only and collects no answers",
  "Cơ quan thực hiện ngoài phạm vi của tài khoản": "That body is outside the scope of your account",
  "Có đơn vị ngoài phạm vi của tài khoản hoặc không hợp với mẫu phiếu":
    "Some units are outside your scope or do not fit the questionnaire",
  "Đơn vị đã có phiếu, không bỏ ra được: {names}": "These units have responses and cannot be taken out: {names}",
  "Đợt đang mở chỉ kéo dài được, từ ngày {day} trở đi; muốn kết thúc sớm hơn, đóng đợt khảo sát":
    "An open survey can only be extended, from {day} on; to end sooner, close it",

  // Two officers at once
  "{n} đơn vị: có {more} đơn vị không có trong bản của bạn, thiếu {fewer} đơn vị của bạn":
    "{n} units: {more} that yours has not, and {fewer} of yours missing",
  "Người khác vừa lưu thay đổi khác": "Somebody else has just saved other changes",
  "Bản của bạn còn nguyên ở dưới, chưa lưu. Bản đang lưu khác ở những chỗ sau:":
    "Yours stands below whole, not saved yet. What is saved differs here:",
  "Bản đang lưu nay giống hệt bản của bạn ở dưới.": "What is saved is now the same as yours below.",
  "Sửa lại cho khớp nếu cần rồi lưu: bản dưới đây sẽ thay bản kia.":
    "Bring them together if need be, then save: what stands below replaces the other.",
  "Lưu bản của tôi, thay bản kia": "Save mine in place of the other",

  // The steps of its life
  "Chưa có đơn vị nào nên chưa mở được: bấm “Sửa bản nháp” rồi chọn đơn vị.":
    "It has no unit yet and cannot be opened: press “Change the draft” and choose units.",
  "Xóa bản nháp…": "Delete the draft…",
  "Tôi muốn xóa bản nháp này": "I want to delete this draft",
  "Xóa bản nháp": "Delete the draft",
  "Bản nháp sẽ bị xóa vĩnh viễn. Mã QR của các đơn vị vẫn giữ để dùng cho đợt khác.":
    "The draft is deleted for good. The units keep their QR codes for other surveys.",
  "Tạm dừng…": "Pause…",
  "Tạm dừng": "Pause",
  "Tôi muốn tạm dừng đợt khảo sát này": "I want to pause this survey",
  "Người quét mã sẽ thấy trang “Đợt khảo sát tạm dừng”. Phiếu trả lời xong trước lúc dừng vẫn được nhận; phiếu đang trả lời chưa gửi được, câu trả lời còn trên máy để gửi khi đợt mở lại. Máy tính bảng giữ phiếu và gửi sau.":
    "Whoever scans the code is told that the survey is paused. Forms finished before are still taken; forms being filled in cannot be sent yet, and their answers stay on the device until the survey goes on. Tablets keep forms and send them later.",
  "Mở lại": "Open again",
  "Mở lại và kéo dài…": "Open again and extend…",
  "Nhận phiếu đến hết ngày": "Take answers until the end of",
  "Ngày kết thúc mới không hợp lệ.": "The new last day is not a valid date.",
  "Ngày kết thúc mới phải từ hôm nay trở đi.": "The new last day must be today or later.",
  "ngay khi mở đến hết ngày {last}": "from opening until the end of {last}",
  "từ ngày {first} đến hết ngày {last}": "from {first} until the end of {last}",
  "Mở đợt khảo sát…": "Open the survey…",
  "Tôi đã xem và muốn mở đợt khảo sát này": "I have checked it and want to open this survey",
  "Sau khi mở, vẫn đổi tên, kéo dài và thêm đơn vị được; những điều khác giữ nguyên.":
    "Once open it can still be renamed, extended and given more units; all else stays as it is.",
  "Nhận phiếu": "Takes answers",
  "Địa chỉ trong mã QR": "Address in the QR codes",
  "Ngày kết thúc {last} đã qua: sửa thời gian trước khi mở.":
    "The last day {last} is past: change the days before opening.",
  "Chưa nhận phiếu. Ngày bắt đầu {first} đã qua: đợt này bắt đầu nhận phiếu ngay khi mở, đến hết ngày {last}.":
    "Takes no answers yet. The first day {first} is past: it takes answers as soon as it is opened, until the end of {last}.",
  "Chưa nhận phiếu. In áp phích trước cũng được; sau khi mở, phiếu được nhận từ {first} đến hết {last}.":
    "Takes no answers yet. Posters can be printed already; once opened, answers are taken from {first} until the end of {last}.",
  "Đã mở; sẽ tự nhận phiếu từ ngày {first} đến hết ngày {last}. Việc tiếp theo: treo áp phích.":
    "Opened; takes answers by itself from {first} until the end of {last}. Next: put up the posters.",
  "Đang nhận phiếu, tự đóng khi hết ngày {last}.": "Takes answers, and closes by itself at the end of {last}.",
  "Đã hết thời gian thu phiếu từ sau ngày {last}.": "Its fieldwork ended with {last}.",
  "Đang tạm dừng: người quét mã được báo đợt sẽ nhận phiếu trở lại. Hết ngày {last} đợt tự đóng.":
    "Paused: whoever scans the code is told that it will take answers again. It closes by itself at the end of {last}.",
  "Đã đóng: không nhận phiếu mới. Việc tiếp theo: xem xét phiếu được giữ lại, rồi chốt kết quả.":
    "Closed: takes no new answers. Next: review what is held, then finalise the results.",
  "Đã chốt kết quả: số liệu không đổi nữa. Phiếu đến sau được giữ lại nhưng không vào kết quả.":
    "Finalised: figures no longer change. Forms that come later are kept beside the results.",
  "Đóng đợt khảo sát…": "Close the survey…",
  "Đóng sớm…": "Close early…",
  "Tôi muốn đóng đợt khảo sát này": "I want to close this survey",
  "Người dân ở {n} đơn vị sẽ không gửi được phiếu mới của đợt này nữa. Phiếu đã nhận vẫn giữ nguyên.":
    "Citizens at {n} units will not be able to send new forms of this survey. Responses received stay as they are.",
  "Có thể mở lại đến hết ngày {last}.": "It can be opened again until the end of {last}.",
  "Chốt kết quả…": "Finalise the results…",
  "Chốt kết quả": "Finalise the results",
  "Tôi hiểu: chốt rồi thì số liệu đứng yên; muốn đổi phải đính chính có lý do":
    "I understand: after this figures stand still; a change is a correction with a reason",
  "Kết quả dừng ở {n} phiếu và được lưu thành một bản chốt mà báo cáo và trang công bố dẫn tới. Phiếu đến sau vẫn được giữ, ghi là đến muộn, không vào kết quả.":
    "The results stop at {n} responses and are kept as a snapshot that reports and the public page name. Forms that come later are kept, marked late, and enter no results.",
  "Còn {n} phiếu đang được giữ ngoài kết quả.": "{n} responses are still held outside the results.",
  "Xem xét trước khi chốt": "Review them before finalising",
  "Phiếu trả lời xong trước khi đóng còn được tính đến hết ngày {day}. Nên chờ qua ngày ấy: chốt bây giờ thì các phiếu đó thành đến muộn.":
    "Forms finished before the close still count until the end of {day}. Better wait until then: finalised now, they would come late.",
  "{tablets} máy tính bảng còn giữ {forms} phiếu chưa gửi. Cho máy nối mạng để máy tự gửi.":
    "{tablets} tablets still hold {forms} unsent forms. Connect them to the network and they send by themselves.",
  "Xem máy tính bảng": "See tablets",
  "Điện thoại, máy tính bảng và điều tra viên không có mạng có thể còn giữ phiếu: phiếu trả lời xong trước khi đóng vẫn được nhận và tính trong 7 ngày.":
    "Phones, tablets and interviewers without a network may still hold forms: those finished before the close are taken and counted for 7 days.",
  "Đợt khảo sát đã đổi trạng thái hoặc không thuộc phạm vi. Tải lại trang để xem.":
    "The survey has changed its state or is outside your scope. Reload the page to see.",
  "Ngày kết thúc đã qua nên không mở được: đợt sẽ không nhận được phiếu nào.":
    "Its last day is past, so it cannot be opened: it would take no answer.",
  "Đợt khảo sát chưa có đơn vị nào nên không mở được: bấm “Sửa” để chọn đơn vị.":
    "The survey has no unit and cannot be opened: press “Change” to choose units.",
  "Đã tạo bản nháp. Mỗi đơn vị đã có mã QR; phiếu chỉ được nhận sau khi mở.":
    "Draft created. Every unit has its QR code; answers are taken only after opening.",
  "Đã lưu thay đổi của bản nháp.": "Changes to the draft are saved.",
  "Đã mở đợt khảo sát.": "The survey is open.",
  "Đã mở lại đợt khảo sát.": "The survey is open again.",
  "Đã đóng đợt khảo sát. Phiếu đã nhận vẫn giữ nguyên.": "The survey is closed. Responses received stay as they are.",
  "Đã xóa bản nháp.": "The draft is deleted.",
  "Đã tạm dừng. Người quét mã được báo đợt sẽ nhận phiếu trở lại.":
    "Paused. Whoever scans the code is told that answers will be taken again.",
  "Đợt khảo sát nhận phiếu trở lại.": "The survey takes answers again.",
  "Đã chốt kết quả.": "The results are finalised.",
  "Đã lập bản nháp từ đợt trước; xem lại rồi mở.": "A draft was made from the earlier survey; check it, then open it.",
  "Phiếu chờ xem xét": "Responses to review",
  "mọi phiếu đã được quyết định.": "all are decided.",
  "{n} phiếu đang chưa tính vào kết quả.": "{n} responses are not counted in the results.",
} as const;
