import type { LinkFailure } from "~/access/account-link";
import { useWords } from "~/i18n/use-words";

/** Why a link opens nothing, and what to do. */
export function DeadLink({ failure }: { failure: LinkFailure }) {
  const t = useWords();
  const told: Readonly<Record<LinkFailure, string>> = {
    unknown: t(
      "Liên kết này không đúng, hoặc đã được thay bằng liên kết mới hay bị thu hồi. Xem lại tin nhắn mới nhất, hoặc nhờ người đã mời gửi liên kết khác.",
    ),
    used: t(
      "Liên kết này đã được dùng. Nếu chính anh/chị đã đặt mật khẩu thì đăng nhập như thường; nếu không phải anh/chị, báo ngay cho quản trị viên.",
    ),
    expired: t("Liên kết này đã quá bảy ngày nên không mở được nữa. Nhờ người đã mời gửi liên kết mới."),
    locked: t("Tài khoản này đang bị khóa. Hỏi quản trị viên của đơn vị hoặc của tỉnh."),
  };
  return (
    <>
      <h1>{t("Liên kết không mở được")}</h1>
      <p className="notice notice-error">{told[failure]}</p>
      <p>
        <a className="button" href="/sign-in">
          {t("Đến trang đăng nhập")}
        </a>
      </p>
    </>
  );
}
