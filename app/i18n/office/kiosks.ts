/** English of officers' phrases: tablets at counters. */
export const KIOSKS_ENGLISH = {
  "Việc với máy tính bảng": "Actions for tablets",
  "Hướng dẫn đặt máy": "How to set up a tablet",
  "Thêm máy": "Add a tablet",
  "Chưa có máy nào. Một máy tính bảng đặt tại quầy cho phép người dân trả lời ngay tại chỗ, không cần điện thoại: bấm “Thêm máy”.":
    "No tablets yet. A tablet at the counter lets people answer on the spot, without a telephone: press “Add a tablet”.",
  "Đánh dấu vào ô đồng ý trước khi thu hồi.": "Tick the box before withdrawing the tablet.",
  "Đã thu hồi máy.": "The tablet is withdrawn.",
  "Không có máy này trong phạm vi của tài khoản, hoặc máy đã được thu hồi.":
    "No such tablet within the scope of your account, or it is already withdrawn.",
  "chờ ghép": "waiting for its code",
  "đang dùng": "in use",
  "mất liên lạc": "out of touch",
  "vừa xong": "just now",
  "{n} phút trước": "{n} minutes ago",
  "{n} giờ trước": "{n} hours ago",
  "{n} ngày trước": "{n} days ago",
  "Bảng máy tính bảng": "Table of tablets",
  Máy: "Tablet",
  "Liên lạc gần nhất": "Last heard of",
  "Phiếu chờ gửi": "Forms waiting to be sent",
  "Thao tác": "Actions",
  "mã dùng được đến {time}": "code valid until {time}",
  "mã đã hết hạn": "the code has expired",
  "Cấp mã mới cho {label}, {unit}": "New code for {label}, {unit}",
  "Cấp mã mới": "New code",
  "Thu hồi {label}, {unit}": "Withdraw {label}, {unit}",
  "Máy thôi nhận phiếu ngay.": "The tablet stops taking forms at once.",
  "Máy còn giữ {n} phiếu chưa gửi: nên chờ máy có mạng và gửi hết rồi hãy thu hồi.":
    "The tablet still holds {n} forms that are not sent: better wait until it has a network and has sent them all.",
  "Tôi muốn thu hồi máy này": "I want to withdraw this tablet",

  "Thêm máy tính bảng": "Add a tablet",
  "Xong, về danh sách máy": "Done, to the list of tablets",
  "Điểm khảo sát không tồn tại hoặc ngoài phạm vi của tài khoản":
    "The survey point does not exist or is outside the scope of your account",
  "Ghi nơi đặt máy": "Say where the tablet stands",
  "Ghi nơi đặt máy, ví dụ: Quầy số 3": "Say where the tablet stands, for example: Counter 3",
  "Nơi đặt máy dài quá {n} ký tự": "The place is longer than {n} characters",
  "Đơn vị chưa có điểm khảo sát nào. Điểm khảo sát có khi đơn vị được chọn vào một":
    "The unit has no survey point yet. It gets one when it is chosen for a",
  "đợt khảo sát": "survey",
  "Tìm điểm khảo sát": "Find a survey point",
  "Tên đơn vị hoặc mã, không cần dấu": "Name of the unit or code, accents not needed",
  "Hiện {n} trên {total} điểm; gõ thêm ở ô tìm để thu hẹp.":
    "{n} of {total} points are shown; type more into the search field to narrow them down.",
  "Nơi đặt máy": "Place of the tablet",
  "Để nhận ra máy trong danh sách, ví dụ: Quầy số 3, cạnh cửa ra.":
    "To recognise it in the list, for example: Counter 3, next to the exit.",
  "Tạo mã ghép máy": "Make the enrolment code",
  "Mã ghép máy “{label}”, {unit}": "Enrolment code of “{label}”, {unit}",
  "Trên máy tính bảng, mở Chrome, vào": "On the tablet, open Chrome and go to",
  "hoặc quét mã QR bên cạnh.": "or scan the QR code beside this.",
  "Nhập mã": "Type the code",
  "Mã chỉ hiện lần này, dùng một lần, đến {moment}. Quá giờ thì bấm “Cấp mã mới” trong danh sách.":
    "The code is shown only this time and works once, until {moment}. After that, press “New code” in the list.",
  "Mã QR của địa chỉ {address}": "QR code of the address {address}",

  "Hướng dẫn đặt máy tính bảng": "How to set up a tablet",
  "Một trang, in ra để cạnh máy được.": "One page, to print and keep beside the tablet.",
  "1. Chuẩn bị": "1. Prepare",
  "Máy tính bảng Android 8 trở lên, màn hình từ 8 inch, trình duyệt Chrome đã cập nhật.":
    "A tablet with Android 8 or later, a screen of at least 8 inches and an up-to-date Chrome.",
  "Không đăng nhập tài khoản Google, Zalo hay thư của ai. Nếu máy đã dùng: sao lưu rồi đặt lại máy về ban đầu.":
    "Sign in to nobody's Google, Zalo or mail account. If the tablet was in use before: back it up and reset it.",
  "Đặt khóa màn hình bằng mã PIN chỉ cán bộ biết.": "Lock the screen with a PIN that only officers know.",
  "2. Ghép máy với điểm khảo sát": "2. Enrol the tablet at a survey point",
  "Trên máy của cán bộ: mục Máy tính bảng, bấm “Thêm máy”, chọn điểm, ghi nơi đặt máy. Mã hiện một lần.":
    "On the officer's computer: under Tablets press “Add a tablet”, choose the point, say where the tablet stands. The code is shown once.",
  "Trên máy tính bảng: mở Chrome, vào": "On the tablet: open Chrome, go to",
  ", nhập mã trong 30 phút.": ", type the code within 30 minutes.",
  "Phiếu khảo sát hiện ra. Ở menu ⋮ của Chrome chọn “Thêm vào màn hình chính” để mở lại bằng một lần chạm.":
    "The form appears. In Chrome's ⋮ menu choose “Add to Home screen”, to open it again with one tap.",
  "3. Ghim màn hình, để người dùng không thoát ra được": "3. Pin the screen, so that people cannot leave the form",
  "Mở Cài đặt › Bảo mật (có máy ghi “Bảo mật và quyền riêng tư” › “Cài đặt bảo mật khác”) › Ghim ứng dụng (máy cũ: Ghim màn hình). Bật lên, và bật “Yêu cầu mã PIN trước khi bỏ ghim”.":
    "Open Settings › Security (on some tablets “Security and privacy” › “More security settings”) › App pinning (older: Screen pinning). Switch it on, and switch on “Ask for PIN before unpinning”.",
  "Mở phiếu khảo sát, chạm vào màn hình một lần để phiếu hiện toàn màn hình.":
    "Open the form and tap the screen once: the form fills the screen.",
  "Mở danh sách ứng dụng gần đây, chạm vào biểu tượng Chrome phía trên cửa sổ, chọn “Ghim”.":
    "Open the list of recent apps, tap the Chrome icon above the window and choose “Pin”.",
  "Bỏ ghim khi cần: giữ đồng thời nút Quay lại và nút Gần đây (máy dùng cử chỉ: vuốt từ đáy lên và giữ), rồi nhập mã PIN.":
    "To unpin: hold the Back and Recents buttons together (with gestures: swipe up from the bottom and hold), then type the PIN.",
  "4. Điện và mạng": "4. Power and network",
  "Cắm sạc liên tục trong giờ làm việc, dây cố định; ban đêm rút sạc hoặc dùng ổ hẹn giờ để pin đỡ phồng.":
    "Keep it charging during office hours, with the cable fastened; unplug it at night or use a timer, which spares the battery.",
  "Màn hình tự giữ sáng khi phiếu đang mở. Đặt độ sáng vừa phải, tránh nắng chiếu vào.":
    "The screen stays on while the form is open. Set a moderate brightness and keep it out of the sun.",
  "Nối Wi-Fi của đơn vị có mật khẩu, chọn “Tự động kết nối”. Không dùng mạng phải đăng nhập lại qua trang web.":
    "Join the unit's Wi-Fi with a password and choose “Connect automatically”. Use no network that asks for a sign-in page.",
  "Mất mạng vẫn trả lời được: phiếu nằm trên máy và tự gửi khi có mạng. Không xóa dữ liệu của Chrome khi cột “Phiếu chờ gửi” khác 0.":
    "People can answer without a network: forms stay on the tablet and are sent when it is back. Do not clear Chrome's data while the column “Forms waiting to be sent” is not 0.",
  "5. Hằng ngày": "5. Every day",
  "Đầu giờ: xem máy sáng, phiếu hiện, danh sách máy ghi “đang dùng”. Lau màn hình.":
    "In the morning: see that the screen is on, the form is shown and the list says “in use”. Wipe the screen.",
  "Sau 45 giây không ai chạm, máy hỏi “Còn ai ở đây không?”, thêm 15 giây thì xóa câu trả lời dở. Đó là chủ ý.":
    "After 45 seconds without a touch the tablet asks whether anybody is there, and 15 seconds later it clears an unfinished form. This is on purpose.",
  "Không đứng nhìn hay giúp bấm, trừ khi người dân nhờ.": "Do not watch or help with tapping unless people ask for it.",
  "Máy báo “cần được ghép lại”: bấm “Cấp mã mới” ở dòng của máy rồi làm lại bước 2. Phiếu chưa gửi không mất.":
    "If the tablet says that it must be enrolled again: press “New code” in its row and repeat step 2. Unsent forms are not lost.",
  "Máy mất hay hỏng: bấm “Thu hồi” ngay.": "If the tablet is lost or broken: press “Withdraw” at once.",
} as const;
