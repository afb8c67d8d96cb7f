/** For how many days a link may be opened. */
export const LINK_DAYS = 7;

/** Why a link opens nothing, for the page that stands in its place. */
export type LinkFailure = "unknown" | "used" | "expired" | "locked";

/** A link as its maker sees it, this once: the address, until when it opens, and a message to send it with. */
export interface HandedOutLink {
  address: string;
  until: string;
  message: string;
}

/** What a message that brings a link says; its reader may be new to all of it. */
export function linkMessage(about: {
  displayName: string;
  username: string;
  /** Absent for a password that was forgotten. */
  invited?: { role: string; unitName: string };
  province: string;
  address: string;
  until: string;
}): string {
  const { displayName, username, invited, province, address, until } = about;
  return [
    `Kính gửi ${displayName},`,
    invited
      ? `Mời anh/chị dùng Hài Lòng (${province}), trang khảo sát mức độ hài lòng, với vai trò ${invited.role}, phạm vi ${invited.unitName}.`
      : `Đây là liên kết để đặt mật khẩu mới cho Hài Lòng (${province}).`,
    `Mở liên kết sau để đặt mật khẩu; liên kết dùng một lần, đến ${until}:`,
    address,
    `Tên đăng nhập: ${username}`,
    "Xin không chuyển tiếp tin này cho người khác.",
  ].join("\n");
}
