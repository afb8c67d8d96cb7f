/** English of officers' phrases: keys of the interface for machines. */
export const KEYS_ENGLISH = {
  "Khóa kết nối": "API keys",
  "Tạo khóa khác": "Make another key",
  "Khóa tạo từ lần mở trang này đã thu hồi: tải lại trang rồi tạo lại":
    "The key made from this page is revoked: load the page again and make another",
  "Phần mềm khác dùng khóa để lấy số liệu đã che hoặc gửi phiếu vào hệ thống, không cần tài khoản. Khóa chỉ thấy đơn vị được chọn và các đơn vị trực thuộc.":
    "Other software uses a key to read masked figures or to hand in responses, without an account. A key sees only the unit chosen and the units under it.",
  "Mô tả giao diện (OpenAPI)": "Description of the interface (OpenAPI)",
  "Đã thu hồi khóa: yêu cầu dùng khóa ấy bị từ chối từ bây giờ.":
    "The key is revoked: requests with it are refused from now on.",
  "Không có khóa này trong phạm vi quản trị, hoặc khóa đã được thu hồi.":
    "There is no such key within your scope, or it is revoked already.",
  "Đã tạo khóa “{name}” cho {unit}": "Key “{name}” was made for {unit}",
  "Khóa chỉ hiện lần này: chép ngay vào phần mềm sẽ dùng nó. Ai có khóa thì làm được mọi việc của khóa; nghi bị lộ thì thu hồi và tạo khóa khác.":
    "The key is shown this once: copy it now into the software that will use it. Whoever has the key can do all that it allows; if it may have leaked, revoke it and make another.",
  Khóa: "Key",
  "Đọc đơn vị, đợt khảo sát, số liệu đã che": "Read units, surveys, masked figures",
  "Gửi phiếu vào một đợt khảo sát": "Hand in responses to one survey",
  "Lấy phiếu ẩn danh của các đợt đã chốt": "Take anonymised responses of finalised surveys",
  "Vai trò của bạn không cho lấy phiếu ẩn danh nên không trao được quyền ấy cho khóa":
    "Your role may not take anonymised responses, so you cannot give a key that right",
  "Tạo khóa mới": "Make a key",
  "Tên khóa": "Name of the key",
  "Ghi rõ hệ thống nào dùng, ví dụ: Cổng dữ liệu của tỉnh, Ki-ốt Bệnh viện A":
    "Say which system uses it, for example: Provincial data portal, Kiosk of Hospital A",
  "Gõ vài chữ của tên hoặc mã rồi chọn một dòng gợi ý. Khóa chỉ thấy đơn vị này và đơn vị trực thuộc.":
    "Type a part of the name or code and choose a suggestion. The key sees only this unit and the units under it.",
  "Đợt nhận phiếu": "Survey that takes the responses",
  "Chỉ cần cho khóa gửi phiếu. Mỗi khóa gửi vào một đợt.":
    "Only for a key that hands in responses. Each key hands them to one survey.",
  "Không gửi phiếu": "Hands in none",
  "Ngày cuối dùng được": "Last day of use",
  "Tạo khóa": "Make the key",
  "Khóa được làm gì": "What the key may do",
  "đang dùng được": "works",
  "hết hạn": "expired",
  "Chưa có khóa nào.": "There are no keys yet.",
  "Bảng khóa kết nối": "Table of API keys",
  "Được làm": "May",
  "Dùng gần nhất": "Last used",
  "chưa dùng lần nào": "never used",
  "đến hết {day}": "until {day}",
  "Thu hồi khóa {name}": "Revoke key {name}",
  "Phần mềm đang dùng khóa này bị từ chối ngay. Không khôi phục được; cần thì tạo khóa khác.":
    "Software that uses this key is refused at once. It cannot be restored; make another one if need be.",
  "Tôi muốn thu hồi khóa này": "I want to revoke this key",
  "Tạo khóa kết nối": "Made an API key",
  "Thu hồi khóa kết nối": "Revoked an API key",
  "Nhập tên khóa": "Enter a name for the key",
  "Tên khóa quá dài: nhiều nhất 100 ký tự": "The name is too long: at most 100 characters",
  "Chọn việc trong danh sách": "Choose from the list",
  "Chọn ít nhất một việc": "Choose at least one",
  "Chọn đợt khảo sát trong danh sách": "Choose a survey from the list",
  "Chọn ngày hết hạn": "Choose the last day",
  "Ngày hết hạn đã qua": "The last day is over",
  "Khóa dùng nhiều nhất hai năm: chọn ngày sớm hơn": "A key is good for two years at most: choose an earlier day",
  "Khóa gửi phiếu phải chọn một đợt khảo sát": "A key that hands in responses needs a survey",
  "Đợt khảo sát này không do cơ quan trong phạm vi thực hiện, hoặc không hỏi ở đơn vị của khóa":
    "This survey is not run by a body in your scope, or asks nobody at the unit of the key",
} as const;
