/**
 * Words of several syllables that people use of offices, hospitals and schools. A dictionary is needed because writing does
 * not tell where a word ends: "chờ lấy số thứ tự" is chờ lấy | số thứ tự, never "lấy số | thứ tự".
 */
const NAMES = `
bác sĩ, bác sĩ chuyên khoa, điều dưỡng, hộ lý, y tá, nhân viên, nhân viên y tế, nhân viên bảo vệ, bảo vệ, cán bộ, công chức, viên chức, lãnh đạo, giám đốc
bệnh viện, bệnh nhân, người bệnh, người nhà, người già, người dân, người cao tuổi, người lớn tuổi, người khuyết tật, trẻ em, trẻ nhỏ, sản phụ, bà con, gia đình
phòng khám, phòng bệnh, phòng chờ, khu vực chờ, hành lang, nhà vệ sinh, bãi gửi xe, bãi đỗ xe, chỗ để xe, chỗ gửi xe, chỗ ngồi, chỗ nghỉ, ghế ngồi, ghế chờ, ghế đá
giường bệnh, thang máy, cầu thang, căng tin, nhà ăn, nhà thuốc, quầy thuốc, khoa khám bệnh, khuôn viên, cây xanh, cơ sở vật chất, trang thiết bị, thiết bị
điều hòa, quạt trần, nước uống, nước sạch, nước nóng, xe lăn, xe điện, biển chỉ dẫn, biển báo, bảng điện tử, bảng giá, sơ đồ, màn hình, máy lấy số, loa gọi
kết quả xét nghiệm, kết quả, xét nghiệm, siêu âm, chụp phim, nội soi, đơn thuốc, viện phí, chi phí, giá cả, giá dịch vụ, dịch vụ, kỹ thuật, chuyên môn, danh mục
bảo hiểm, bảo hiểm y tế, thẻ bảo hiểm, thuốc bảo hiểm, danh mục bảo hiểm, giấy chuyển tuyến, sổ khám bệnh, hồ sơ bệnh án, căn cước, tiền mặt, không dùng tiền mặt, không tiền mặt, thu nhập, thu tiền
thời gian, thời gian chờ, thời gian chờ đợi, thời gian khám, thời gian tư vấn, thủ tục, thủ tục hành chính, quy trình, số thứ tự, thứ tự, đầu tuần, cuối tuần, buổi sáng, buổi chiều
giờ làm việc, giờ hành chính, ngày hẹn, giấy hẹn, lịch hẹn, lịch khám, tổng đài, đường dây nóng, điện thoại, số điện thoại, tin nhắn, trang điện tử, trang web, phần mềm
thái độ, thái độ phục vụ, thái độ ứng xử, lời nói, tinh thần, trách nhiệm, tinh thần trách nhiệm, kỹ năng, năng lực, trình độ, chất lượng, hiệu quả, môi trường, an ninh, trật tự
hồ sơ, hồ sơ đất đai, hồ sơ trực tuyến, giấy tờ, biểu mẫu, mẫu đơn, tờ khai, bản sao, bản chính, sổ đỏ, giấy chứng nhận, giấy khai sinh, khai sinh, khai tử, kết hôn, hộ tịch, hộ khẩu
đất đai, thuế đất, lệ phí, phí lệ phí, biên lai, thư xin lỗi, kết quả hồ sơ, dịch vụ công, cổng dịch vụ công, trực tuyến, mã qr, chữ ký số, tài khoản, hệ thống, mạng
một cửa, bộ phận một cửa, quầy đăng ký, quầy tiếp nhận, quầy hướng dẫn, bàn khám, bàn viết, bảng hướng dẫn, bưu điện, trung tâm, ủy ban, ủy ban nhân dân, thôn bản, xã cũ, nơi làm việc
công nghệ, công nghệ số, tổ công nghệ số, doanh nghiệp, phản ánh, kiến nghị, khiếu nại, tư pháp, địa chính, dân tộc, tiếng dân tộc, cơ quan, tổ chức, chính quyền
học sinh, giáo viên, giáo viên chủ nhiệm, cô giáo, thầy giáo, thầy cô, cô hiệu trưởng, hiệu trưởng, ban giám hiệu, nhà trường, phụ huynh, cha mẹ, cha mẹ học sinh, lớp học, phòng học
trường học, cổng trường, sân trường, sân chơi, thư viện, phòng tin, máy tính, bàn ghế, đồ dùng, đồ dùng học tập, sách giáo khoa, thực đơn, bữa ăn, bữa ăn bán trú, suất ăn, bếp ăn
bán trú, nội trú, học phí, học thêm, dạy thêm, khoản thu, khoản đóng góp, quỹ lớp, bài tập, bài tập về nhà, môn học, tiếng anh, hoạt động trải nghiệm, hoạt động, kỹ năng sống
an toàn, an toàn giao thông, giao thông, an toàn thực phẩm, thực phẩm, vệ sinh an toàn, giờ tan học, giờ tan trường, xe đưa đón, nhóm lớp, họp phụ huynh, tư vấn tâm lý, tâm lý
bạo lực, bạo lực học đường, năng khiếu, thể dục, thể chất, ngoại khóa, mái che, bóng mát, tủ đựng đồ, cặp sách, điểm trường, giáo viên bản ngữ, bản ngữ, công an, công an xã, nhận xét`;

const QUALITIES = `
nhiệt tình, tận tình, chu đáo, niềm nở, vui vẻ, thân thiện, lịch sự, hòa nhã, cởi mở, ân cần, cẩn thận, cặn kẽ, nhẹ nhàng, tâm huyết, yên tâm, nhanh chóng, nhanh gọn, kịp thời
thuận tiện, thuận lợi, tiện lợi, rõ ràng, minh bạch, công khai, dễ hiểu, khó hiểu, dễ tìm, dễ nhìn, đầy đủ, đúng hẹn, trễ hẹn, đúng giờ, đúng thứ tự, sạch sẽ, sạch đẹp, thoáng mát, khang trang
rộng rãi, chật chội, xuống cấp, bong tróc, hư hỏng, đông đúc, quá tải, lộn xộn, ồn ào, nóng bức, chờ lâu, chờ đợi, đợi lâu, chậm trễ, rườm rà, phức tạp, phiền hà, sách nhiễu, nhũng nhiễu
cộc lốc, khó chịu, cáu gắt, quát mắng, thờ ơ, trống không, thiếu tôn trọng, thiếu thuốc, thiếu giáo viên, mất thời gian, cần thiết, vất vả, lúng túng, chen lấn, chen ngang, xếp hàng
hài lòng, bình thường, miễn phí, ưu tiên, tự động, định kỳ, thường xuyên, ổn định, tiến bộ, mạnh dạn, bổ ích, cao tuổi, đi lại, đi xa, liên lạc, liên lạc được, chuyển tuyến, sáp nhập, phục vụ`;

/** Those that say nothing without what follows: no phrase ends with them. */
const UNFINISHED = `
chờ lấy, đợi lấy, xếp hàng chờ, bố trí, bổ sung, nâng cấp, niêm yết, nhắc nhở, hướng dẫn, giải thích, thông báo, tổ chức lại, tăng cường, cải thiện, đơn giản hóa, sửa chữa, phối hợp, hỗ trợ
giải quyết, tiếp nhận, thanh toán, kiểm tra, xử lý, trả lời, yêu cầu, thay đổi, đăng ký, đặt lịch, tập huấn, chuyển nhượng, khắc phục, trang bị, quan tâm, tạo điều kiện, xây dựng, dành thêm`;

/** Of one syllable, and likewise. */
const UNFINISHED_SYLLABLES = `lấy trả nộp làm gọi gặp mở giúp dành thu dặn dán đi phát bán mua sửa giảm tăng gửi nhận hỏi xem tìm bắt ghi lắp
dùng đón chỉ đưa đẩy nói viết nghe thấy gộp giữ dọn kéo đặt hẹn bảo chờ đợi khám ngồi đứng chuyển nâng quay lên xuống tới lần mấy số khu nơi chỗ`;

/** Words that begin, end and hold no phrase: of grammar, of quantity and of courtesy. */
export const GRAMMAR: ReadonlySet<string> = new Set(
  `à ạ ai anh bà bạn bằng bị bởi các cái càng cần cả chị cho chưa chúng chút chắc chứ con có còn cô của cùng cũng cứ dạ em gì giữa hay hai ba
  hoặc hơi hơn hết hãy khi không kể là lại lắm luôn lúc mà mong mọi mỗi muốn một nào này nếu nên nha nhất nhé nhiều nhưng như những nơi nó nữa
  nhờ nhằm ông ở ơi phải qua quá ra rất rồi rằng sao sau sẽ tại thêm theo thế thì thôi thật toàn tôi trong trước trên tuy từ từng tự tới đừng
  và vào vẫn về vì với vậy xin y đang đây đó được đã để đến đều đối đỡ ít chỉ khá bớt vừa lúc mới xong kịp cháu bố mẹ các bác
  chẳng cua nhung duoc khong chua chang rat va thi nhieu lai voi nhu nen cac trong theo toi neu cho co la ma tu da de do mot mong can con phai qua hon them`
    .split(/\s+/)
    .filter((syllable) => syllable !== ""),
);

/** Words that turn what follows into its opposite. */
export const DENIALS: ReadonlySet<string> = new Set(["không", "chưa", "chẳng", "khong", "chua", "chang"]);

/** Compounds that are as good as grammar: they stand in half of all comments and are about nothing. */
const COURTESY =
  "cảm ơn, cám ơn, xin cảm ơn, chân thành, kính mong, đề nghị, mong muốn, ý kiến, góp ý, ngay tại, một số, bao giờ, hiện nay";

export type WordSort = "word" | "unfinished" | "grammar";

/** Every compound with what it is good for. */
export const COMPOUNDS: ReadonlyMap<string, WordSort> = new Map([
  ...listed(NAMES, "word"),
  ...listed(QUALITIES, "word"),
  ...listed(UNFINISHED, "unfinished"),
  ...listed(COURTESY, "grammar"),
]);

export const UNFINISHED_ALONE: ReadonlySet<string> = new Set(UNFINISHED_SYLLABLES.split(/\s+/));

function listed(text: string, sort: WordSort): [string, WordSort][] {
  return text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .map((word) => [word, sort]);
}
