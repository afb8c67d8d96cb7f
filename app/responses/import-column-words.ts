import type { Phrase } from "~/i18n/words";
import type { ImportQuestion } from "./import-questions";

/** Columns that say where and when a response is from, in the order of the template. */
export const ORIGIN_COLUMNS: readonly [column: string, meaning: Phrase][] = [
  [
    "response_id",
    "Bắt buộc. Số hoặc mã riêng của từng phiếu, không lặp lại; nhờ mã này gửi lại cùng tệp không bị tính hai lần.",
  ],
  [
    "unit_code",
    "Bắt buộc. Mã đơn vị, đúng với ngày nộp phiếu (không có ngày thì theo hôm nay). Phiếu tính cho đơn vị; tệp không ghi được quầy hay điểm khảo sát.",
  ],
  ["unit_id", "Mã cố định của đơn vị; dùng khi hai đơn vị từng mang chung một mã. Có thì được ưu tiên hơn unit_code."],
  [
    "channel",
    "Cách thu phiếu: paper (giấy), interviewer (phỏng vấn), phone (điện thoại), link (gửi liên kết), qr, kiosk, import. Bỏ trống là import.",
  ],
  [
    "submitted_at",
    "Ngày giờ nộp, trong thời gian của đợt. Tệp Excel: ô kiểu Ngày. Tệp CSV: năm-tháng-ngày, ví dụ 2026-05-31 hoặc 2026-05-31T08:30. Bỏ trống thì tính là ngày cuối của đợt, hoặc hôm nay nếu đợt chưa kết thúc.",
  ],
  ["started_at", "Ngày giờ bắt đầu điền, nếu có; viết như submitted_at."],
];

/** What is written into the column of a question, by its type. */
export const ANSWER_WORDS: Readonly<Record<ImportQuestion["type"], Phrase>> = {
  scale: "số của mức được chọn",
  single: "số của phương án được chọn",
  multiple: "mỗi phương án một cột, ghi 1 nếu chọn, 0 nếu không",
  number: "số, dấu chấm thập phân",
  text: "chữ, như người trả lời viết",
};
