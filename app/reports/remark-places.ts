import type { Phrase } from "~/i18n/words";

/** Places of a report that its authors write: everything else in it is reckoned. In the order in which they stand. */
export const REMARK_PLACES = ["grounds", "comments", "assessment", "shortcomings", "recommendations"] as const;
export type RemarkPlace = (typeof REMARK_PLACES)[number];

export const REMARK_NAMES: Readonly<Record<RemarkPlace, Phrase>> = {
  grounds: "Văn bản làm căn cứ",
  comments: "Vấn đề chính trong ý kiến viết",
  assessment: "Nhận xét, đánh giá chung",
  shortcomings: "Tồn tại, hạn chế và nguyên nhân",
  recommendations: "Kiến nghị, đề xuất",
};

/** Characters that a place holds. */
export const REMARK_LENGTH = 20_000;
