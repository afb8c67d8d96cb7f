/** Why a point was given a new code in place of the old one. */
export const RETIREMENT_REASONS = ["lost", "misused", "moved"] as const;
export type RetirementReason = (typeof RETIREMENT_REASONS)[number];

export const REASON_LABELS: Readonly<Record<RetirementReason, string>> = {
  lost: "Áp phích bị mất hoặc hỏng",
  misused: "Mã bị dùng sai, có người gửi phiếu hộ hoặc gửi hàng loạt",
  moved: "Quầy chuyển chỗ, áp phích cũ còn treo ở nơi khác",
};

/** Since when a code no longer serves, and whether its point bears another. */
export interface Retirement {
  /** ISO instant in UTC. */
  at: string;
  replaced: boolean;
}
