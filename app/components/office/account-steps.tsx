import { Form } from "@remix-run/react";
import type { AccountState } from "~/access/account-state";
import { useMessages, useWords } from "~/i18n/use-words";
import { useAccountStates } from "./account-states";
import { StepPanel } from "./step-panel";

/** How it stands with another's account, and what can be done about it. */
export function AccountSteps({
  state,
  linkUntil,
  refusal,
  name,
}: {
  state: AccountState;
  /** Until when the link that is out opens the account. */
  linkUntil: string | null;
  refusal: string | null;
  name: string;
}) {
  const t = useWords();
  const tell = useMessages();
  const states = useAccountStates();
  return (
    <section aria-labelledby="state-heading">
      <h2 id="state-heading">{t("Trạng thái: {state}", { state: states[state] })}</h2>
      {refusal && state !== "in-use" && (
        <p className="notice notice-error" role="alert">
          {tell(refusal)}
        </p>
      )}
      {linkUntil && <p>{t("Một liên kết đã gửi còn mở được đến {until}.", { until: linkUntil })}</p>}
      <div className="account-steps">
        {state !== "locked" && (
          <Form method="post">
            <p className="muted">
              {state === "in-use"
                ? t(
                    "Quên mật khẩu: tạo liên kết để người dùng đặt mật khẩu mới. Mật khẩu cũ dùng được đến khi liên kết được mở và mật khẩu mới được đặt.",
                  )
                : t("Gửi lại lời mời: liên kết cũ hết hiệu lực ngay.")}
            </p>
            <button type="submit" name="change" value="link" className="button">
              {state === "in-use" ? t("Tạo liên kết đặt mật khẩu mới") : t("Tạo liên kết mời mới")}
            </button>{" "}
            {linkUntil && (
              <button type="submit" name="change" value="withdraw" className="button button-quiet">
                {t("Thu hồi liên kết")}
              </button>
            )}
          </Form>
        )}
        {state === "locked" ? (
          <Form method="post">
            <p className="muted">
              {t("Mở khóa thì đăng nhập lại được bằng mật khẩu cũ; người chưa nhận tài khoản cần một liên kết mới.")}
            </p>
            <button type="submit" name="change" value="activate" className="button">
              {t("Mở khóa tài khoản")}
            </button>
          </Form>
        ) : (
          <StepPanel
            step="deactivate"
            summary={t("Khóa tài khoản…")}
            agreement={t("Tôi muốn khóa tài khoản của {name}", { name })}
            button={t("Khóa tài khoản")}
            refusal={state === "in-use" ? refusal : null}
          >
            <p>
              {t(
                "Người dùng bị đăng xuất ngay và không đăng nhập được nữa; liên kết đã gửi cũng hết hiệu lực. Có thể mở khóa lại. Phiếu và lô phiếu của người ấy vẫn giữ, đồng nghiệp nhập tiếp được; phiếu còn chờ mạng trên máy người ấy nằm lại đó đến khi mở khóa.",
              )}
            </p>
          </StepPanel>
        )}
      </div>
    </section>
  );
}
