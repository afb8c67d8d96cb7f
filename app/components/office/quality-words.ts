import type { Phrase } from "~/i18n/words";
import type { QualityBreakdown } from "~/indices/quality-report";
import type { QualityRule } from "~/responses/quality/quality-rules";

/** The quality rules as officers' screens call and explain them; values of settings stand in braces. */
export const RULE_WORDS: Readonly<Record<QualityRule, { name: Phrase; explanation: Phrase }>> = {
  speeding: {
    name: "Trả lời quá nhanh",
    explanation: "Nhanh hơn {speedTimes} lần so với một nửa số phiếu của đợt; không xét phiếu giấy và phiếu nhập tệp.",
  },
  "straight-lining": {
    name: "Một mức từ đầu đến cuối",
    explanation:
      "Từ {straightItems} tiêu chí trở lên, mọi câu cùng một mức. Chỉ là dấu để xem: người hài lòng, trung thực cũng hay trả lời như vậy.",
  },
  identical: {
    name: "Trùng hệt phiếu khác",
    explanation: "Mọi tiêu chí giống một phiếu khác ở cùng điểm trong vòng {identicalMinutes} phút. Chỉ là dấu để xem.",
  },
  burst: {
    name: "Dồn dập ở một điểm",
    explanation:
      "Trong {burstMinutes} phút có từ {burstForms} phiếu, gấp {burstTimes} lần mức thường có ở điểm đó và hơn mức ngẫu nhiên.",
  },
  "closed-hours": {
    name: "Ngoài giờ mở cửa",
    explanation:
      "Từ {closedForms} phiếu trong một khoảng điểm đóng cửa, cách giờ mở hơn {closedGraceMinutes} phút; điểm chưa khai giờ thì không xét.",
  },
  interviewer: {
    name: "Điều tra viên khác thường",
    explanation:
      "Phiếu của điều tra viên có tỷ lệ một dấu hiệu cao hơn các điều tra viên khác ít nhất 2 lần và {groupPoints} điểm phần trăm (từ {groupForms} phiếu).",
  },
};

export const BREAKDOWN_WORDS: Readonly<Record<QualityBreakdown, Phrase>> = {
  unit: "Đơn vị",
  point: "Điểm khảo sát",
  interviewer: "Điều tra viên",
  channel: "Kênh thu",
};
