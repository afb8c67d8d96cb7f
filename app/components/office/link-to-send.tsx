import { type ReactNode, useEffect, useRef } from "react";
import type { HandedOutLink } from "~/access/account-link";
import { useWords } from "~/i18n/use-words";
import { CopyField } from "./copy-field";

/** The link of an account, shown this once, with a message to send it with; focus moves here. */
export function LinkToSend({ link, local, children }: { link: HandedOutLink; local: boolean; children: ReactNode }) {
  const t = useWords();
  const notice = useRef<HTMLElement>(null);
  useEffect(() => {
    if (link.address) notice.current?.focus();
  }, [link.address]);
  return (
    <section ref={notice} className="notice notice-good" role="status" tabIndex={-1}>
      {children}
      <p>
        {t(
          "Liên kết chỉ hiện lần này, dùng một lần, đến {until}. Chỉ gửi cho đúng người: ai mở liên kết thì đặt được mật khẩu.",
          { until: link.until },
        )}
      </p>
      {local && (
        <p className="problem">
          {t(
            "Địa chỉ công khai của hệ thống chưa được đặt, nên liên kết này chỉ mở được trên máy chủ. Nhờ người quản trị máy chủ đặt PUBLIC_URL trước khi gửi.",
          )}
        </p>
      )}
      <CopyField label={t("Liên kết")} text={link.address} rows={2} />
      <CopyField label={t("Tin nhắn để gửi qua Zalo hoặc thư điện tử")} text={link.message} rows={7} />
    </section>
  );
}
