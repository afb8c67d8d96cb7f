import type { RemarkPlace } from "~/reports/remark-places";
import type { ImprovementText } from "~/snapshots/improvement";
import { counters } from "./counters";
import { outpatients } from "./outpatients";
import { parents } from "./parents";

/** What officers wrote after the results of 2025 were out: as invented as the answers, and about what those say. */

export interface WrittenImprovement extends ImprovementText {
  /** Of the survey and the unit. */
  questionnaireCode: string;
  unitKey: string;
  /** Account that writes and publishes it. */
  by: string;
  at: string;
}

export const IMPROVEMENTS: readonly WrittenImprovement[] = [
  {
    ...{ questionnaireCode: outpatients.questionnaireCode, unitKey: "bv-dk-tinh", by: "benhvien" },
    at: "2026-01-15T02:00:00Z",
    said: "Chờ nhận kết quả xét nghiệm, chiếu chụp lâu, nhất là sáng thứ hai; nhiều người phải đợi sang buổi chiều.",
    answer:
      "Bệnh viện tiếp thu. Mẫu lấy buổi sáng dồn vào một khung giờ và kết quả in tại một quầy nên người bệnh phải chờ.",
    done: "Từ ngày 02/01/2026: lấy mẫu từ 6 giờ, thêm một quầy trả kết quả và nhắn tin khi có kết quả. Thời gian chờ được theo dõi hằng tuần.",
  },
  {
    ...{ questionnaireCode: outpatients.questionnaireCode, unitKey: "bv-dk-tinh", by: "benhvien" },
    at: "2026-02-10T02:00:00Z",
    said: "Nhà vệ sinh khu khám bệnh chưa sạch, có lúc thiếu giấy và xà phòng.",
    answer:
      "Bệnh viện tiếp thu và xin lỗi người bệnh. Hợp đồng vệ sinh cũ chỉ quy định dọn ba lần một ngày, không đủ vào ngày đông.",
    done: "Đã thay hợp đồng: dọn mỗi giờ một lần trong giờ khám, có bảng ghi giờ dọn trước cửa. Sửa xong 12 buồng hỏng.",
  },
  {
    ...{ questionnaireCode: outpatients.questionnaireCode, unitKey: "bv-nhi", by: "syt" },
    at: "2026-01-20T02:00:00Z",
    said: "Cha mẹ phải bế con chờ lâu mới đến lượt khám vào buổi sáng.",
    answer:
      "Sở Y tế đã làm việc với bệnh viện. Số trẻ đến khám tăng vào mùa lạnh; bệnh viện sắp xếp lại giờ hẹn, không khám trái thứ tự.",
    done: "",
  },
  {
    ...{ questionnaireCode: counters.questionnaireCode, unitKey: "th-ttpvhcc", by: "ttpvhcc" },
    at: "2026-01-12T02:00:00Z",
    said: "Ghế ngồi chờ và bàn viết không đủ vào giờ đông; máy tra cứu hồ sơ hay treo.",
    answer: "Trung tâm tiếp thu. Khu chờ được bố trí khi lượng hồ sơ nộp trực tiếp còn ít hơn bây giờ.",
    done: "Đã thêm 40 ghế, 6 bàn viết có ổ cắm điện và thay 3 máy tra cứu trong tháng 01/2026.",
  },
  {
    ...{ questionnaireCode: parents.questionnaireCode, unitKey: "thpt-dao-duy-tu", by: "sgddt" },
    at: "2026-02-02T02:00:00Z",
    said: "Nhà vệ sinh của học sinh chưa sạch; thư viện ít sách mới.",
    answer:
      "Nhà trường tiếp thu. Nhà vệ sinh khu B xây từ lâu, đã đưa vào danh mục sửa chữa; sách thư viện được bổ sung theo từng học kỳ.",
    done: "Khu vệ sinh B sửa xong trong kỳ nghỉ Tết; thư viện nhận thêm sách và mở cửa cả giờ nghỉ trưa.",
  },
];

/** The remarks of authors on the report of a survey, and on that of a task. */
export const SURVEY_REMARKS: Readonly<Partial<Record<RemarkPlace, string>>> = {
  assessment:
    "Kết quả phản ánh đúng những việc người bệnh góp ý trong năm: thái độ và chuyên môn của nhân viên y tế được đánh giá tốt hơn thời gian chờ và điều kiện vệ sinh.",
  shortcomings:
    "Thời gian chờ khám, chờ kết quả xét nghiệm, chiếu chụp còn dài vào đầu tuần.\nNhà vệ sinh và khu chờ của một số bệnh viện đã cũ.",
  recommendations:
    "Các bệnh viện lập kế hoạch rút ngắn thời gian chờ và báo cáo Sở Y tế trong quý I/2026.\nƯu tiên kinh phí sửa chữa nhà vệ sinh khu khám bệnh trong dự toán năm 2026.",
};

export const TASK_REMARKS: Readonly<Partial<Record<RemarkPlace, string>>> = {
  assessment:
    "Việc lấy ý kiến bằng mã QR tại quầy đã thay phần lớn phiếu giấy, nên số phiếu tăng và số liệu có ngay trong ngày.",
  shortcomings:
    "Ở nhiều xã, phường, trang thiết bị và chỗ ngồi chờ chưa theo kịp lượng hồ sơ sau khi sắp xếp đơn vị hành chính.",
  recommendations:
    "UBND các xã, phường rà soát chỗ ngồi chờ, bàn viết và máy tra cứu tại nơi tiếp nhận hồ sơ.\nTrung tâm Phục vụ hành chính công tỉnh hướng dẫn thống nhất việc trả lời phản ánh, kiến nghị.",
};
