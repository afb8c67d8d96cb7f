import { useWords } from "~/i18n/use-words";

/** Said where QR codes are printed from while they would hold the address of this machine. */
export function PublicUrlWarning({ address }: { address: string }) {
  const t = useWords();
  return (
    <p className="notice notice-error">
      <strong>
        {t("Địa chỉ công khai của hệ thống chưa được đặt: mã QR in ra sẽ không mở được trên điện thoại.")}
      </strong>{" "}
      {t(
        "Mã đang chứa địa chỉ {address}. Đừng in vội: nhờ người quản trị máy chủ đặt PUBLIC_URL là địa chỉ công khai của trang rồi khởi động lại.",
        { address },
      )}
    </p>
  );
}
