import type { Role } from "~/access/roles";
import type { MeasureLevel } from "~/indices/result";
import type { IndexRule, Sector } from "~/questionnaires/questionnaire-schema";
import type { Channel } from "~/responses/channels";
import type { HoldingFlag } from "~/responses/flags";
import type { ReviewDecision } from "~/responses/review";
import { isProbabilityBasis, type Lifecycle, type SampleBasis, surveyStage } from "~/surveys/survey";
import type { UnitKind } from "~/units/unit-kinds";
import { formatDay } from "./dates";

/** Vietnamese names of the field's words, as officers' screens, reports and files print them. */

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  administrator: "Quản trị viên",
  designer: "Cán bộ thiết kế",
  unit_officer: "Cán bộ đơn vị",
  analyst: "Người phân tích",
  interviewer: "Điều tra viên",
  viewer: "Người xem",
};

/** What a role may do, in one line, for whoever hands it out. Kept true by a test against the table of roles. */
export const ROLE_EXPLANATIONS: Readonly<Record<Role, string>> = {
  administrator:
    "Làm được mọi việc của cán bộ thiết kế, ở mọi lĩnh vực; ngoài ra mời người dùng, khóa tài khoản; đổi tên, chia, gộp đơn vị.",
  designer:
    "Soạn mẫu phiếu; lập, mở và đóng đợt khảo sát; sửa điểm khảo sát; in áp phích, thay hoặc thu hồi mã QR; đặt máy tính bảng; phát mã mời; giao điều tra viên; nhập phiếu giấy và tệp phiếu; theo dõi tiến độ; xem kết quả; tải báo cáo và số liệu, tải phiếu ẩn danh của đợt mình thực hiện; công bố kết quả; viết phần tiếp thu, giải trình.",
  unit_officer:
    "Trong đơn vị mình: xem kết quả, đọc báo cáo của đơn vị khi kết quả đã chốt, theo dõi tiến độ; sửa điểm khảo sát; in áp phích, thay hoặc thu hồi mã QR; đặt máy tính bảng; phát mã mời; giao điều tra viên; nhập phiếu giấy; viết phần tiếp thu, giải trình. Không lập đợt khảo sát, không tải được báo cáo, số liệu.",
  analyst: "Xem kết quả, theo dõi tiến độ; tải báo cáo và số liệu; không lập đợt khảo sát, không in áp phích.",
  interviewer: "Chỉ phỏng vấn tại các điểm được giao; không xem được kết quả.",
  viewer: "Chỉ xem kết quả, hợp với lãnh đạo; không tải được tệp.",
};

/** Where a survey stands on a day, as badges say it. */
export function stageName(survey: Lifecycle, today: string): string {
  switch (surveyStage(survey, today)) {
    case "draft":
      return "Bản nháp";
    case "scheduled":
      return `Sẽ mở ngày ${formatDay(survey.opensOn)}`;
    case "collecting":
      return "Đang thu phiếu";
    case "expired":
      return `Đã hết hạn ngày ${formatDay(survey.closesOn)}`;
    case "paused":
      return "Tạm dừng";
    case "closed":
      return "Đã đóng";
    case "finalised":
      return "Đã chốt";
  }
}

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  qr: "Quét mã QR tại điểm khảo sát",
  kiosk: "Máy khảo sát đặt tại điểm",
  paper: "Phiếu giấy",
  interviewer: "Phỏng vấn trực tiếp",
  phone: "Phỏng vấn qua điện thoại",
  link: "Đường liên kết gửi riêng",
  import: "Nhập từ tệp số liệu",
};

export const KIND_NAMES: Readonly<Record<UnitKind, string>> = {
  province: "Tỉnh",
  department: "Sở, ban, ngành cấp tỉnh",
  service_centre: "Trung tâm Phục vụ hành chính công",
  district: "Huyện, thị xã, thành phố (trước ngày 01/7/2025)",
  commune: "Xã, phường",
  hospital: "Bệnh viện",
  medical_centre: "Trung tâm y tế",
  health_station: "Trạm y tế",
  preschool: "Trường mầm non",
  primary: "Trường tiểu học",
  lower_secondary: "Trường trung học cơ sở",
  upper_secondary: "Trường trung học phổ thông",
  continuing_education: "Trung tâm giáo dục thường xuyên",
};

export const RULE_NAMES: Readonly<Record<IndexRule, string>> = {
  pooled: "gộp câu trả lời",
  "mean-of-items": "bình quân các tiêu chí",
  "mean-of-factors": "bình quân các yếu tố",
  "fixed-weights": "trọng số cố định",
};

/** The same rules in everyday words, for screens. */
export const RULE_EXPLANATIONS: Readonly<Record<IndexRule, string>> = {
  pooled: "tính chung trên mọi câu trả lời",
  "mean-of-items": "trung bình của các tiêu chí",
  "mean-of-factors": "trung bình của các yếu tố",
  "fixed-weights": "theo trọng số định sẵn của từng phần",
};

export const BASIS_NAMES: Readonly<Record<SampleBasis, string>> = {
  probability: "chọn ngẫu nhiên (mẫu xác suất)",
  census: "khảo sát toàn bộ",
  quota: "theo chỉ tiêu hoặc gặp ai hỏi người ấy (hạn ngạch, thuận tiện)",
  voluntary: "tự nguyện",
};

export const SECTOR_NAMES: Readonly<Record<Sector, string>> = {
  administration: "hành chính",
  health: "y tế",
  education: "giáo dục",
  other: "khác",
};

export const LEVEL_NAMES: Readonly<Record<MeasureLevel, string>> = {
  item: "Tiêu chí, câu hỏi",
  factor: "Yếu tố",
  domain: "Nội dung",
  overall: "Chung",
  "all-satisfied": "Hài lòng toàn diện",
};

export const SIMULATED_MARK = "SỐ LIỆU MÔ PHỎNG";
export const REVERSED_MARK = "(đảo chiều)";
export const ROLL_UP_NAME = "gộp phiếu";
export const SIZE_NAME = "theo quy mô";

/** The words of statistics ("Basis of the sample") wherever a sample was not drawn at random. */
export const MODEL_INTERVAL_SENTENCE =
  "khoảng bất định theo mô hình, coi phiếu như mẫu ngẫu nhiên; không phản ánh sai lệch do tự chọn";

/** Stands wherever figures are of a part of a survey, so that nobody takes them for the whole. */
export const PARTIAL_SCOPE_SENTENCE =
  "Số liệu chỉ của các đơn vị mà tài khoản này được xem, không phải của cả đợt khảo sát.";

/** Name of the 95 % interval: only a probability sample or a census has a confidence interval. */
export function intervalName(basis: SampleBasis): string {
  return isProbabilityBasis(basis) ? "khoảng tin cậy 95%" : "khoảng bất định 95%";
}

/** What that interval may be taken for, in a plain sentence beside its first use on a screen. */
export function intervalExplanation(basis: SampleBasis): string {
  return isProbabilityBasis(basis)
    ? "Khoảng tin cậy 95%: nếu khảo sát lại nhiều lần theo cùng cách, khoảng 95 trong 100 lần khoảng này chứa con số thật."
    : `Khoảng 95% ở đây là ${MODEL_INTERVAL_SENTENCE}.`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}

export function uncapitalized(text: string): string {
  return text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);
}

/** Name of the province without "Tỉnh" or "Thành phố" before it, as it stands before a document's date. */
export function placeNameOf(province: string): string {
  return province.replace(/^(tỉnh|thành phố)\s+/iu, "");
}

/** Name of the province with its "tỉnh", in lower case as inside a sentence. */
export function provinceInSentence(province: string): string {
  return /^(tỉnh|thành phố)\s/iu.test(province) ? uncapitalized(province) : `tỉnh ${province}`;
}

/** Why a response stands outside results, and what an officer should weigh. */
export const HELD_NAMES: Readonly<Record<HoldingFlag, { name: string; explanation: string }>> = {
  burst: {
    name: "Gửi dồn dập",
    explanation:
      "Quá 120 phiếu trong một phút ở một điểm, hoặc quá 20 phiếu trong một giờ từ một thiết bị. Có thể lẫn phiếu của người dân đến đúng lúc đó.",
  },
  trap: {
    name: "Có vẻ do máy điền",
    explanation: "Điền vào ô ẩn mà người không thấy, hoặc gửi nhanh hơn mức đọc được.",
  },
  "no-proof": {
    name: "Chưa được trình duyệt xác nhận",
    explanation:
      "Gửi trong lúc điểm nhận quá 60 phiếu một phút mà thiếu bước xác nhận của trình duyệt. Điện thoại tắt JavaScript cũng rơi vào đây.",
  },
  late: {
    name: "Đến muộn",
    explanation: "Điền xong trước khi đợt khảo sát đóng nhưng máy gửi lên sau bảy ngày gia hạn.",
  },
};

export const REVIEW_NAMES: Readonly<Record<ReviewDecision, string>> = {
  counted: "Đã tính vào kết quả",
  "left-out": "Đã quyết định không tính",
};
