import { Form, useNavigation } from "@remix-run/react";
import { LANGUAGE_NAMES, LANGUAGES } from "~/i18n";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";

/** User name and password, and what to do without them. */
export function SignInForm({
  province,
  failure,
  next,
}: {
  province: string;
  failure: { messages: string[]; username: string } | undefined;
  /** Where signing in leads, kept when the language is changed. */
  next: string;
}) {
  const t = useWords();
  const tell = useMessages();
  const language = useLanguage();
  const busy = useNavigation().state !== "idle";
  return (
    <>
      <p className="sign-in-brand">
        Hài Lòng <span>{province}</span>
      </p>
      <h1>{t("Đăng nhập")}</h1>
      <Form method="post" className="form-stack" noValidate aria-describedby={failure ? "sign-in-problem" : undefined}>
        {failure && (
          <p id="sign-in-problem" className="notice notice-error" role="alert">
            {failure.messages.map(tell).join(" ")}
          </p>
        )}
        <div className="field">
          <label htmlFor="username">{t("Tên đăng nhập")}</label>
          <input
            id="username"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            required
            defaultValue={failure?.username}
          />
        </div>
        <div className="field">
          <label htmlFor="password">{t("Mật khẩu")}</label>
          <input id="password" name="password" type="password" autoComplete="current-password" required />
        </div>
        <button type="submit" className="button" disabled={busy}>
          {t("Đăng nhập")}
        </button>
      </Form>
      <p className="muted">{t("Quên mật khẩu? Nhờ quản trị viên gửi liên kết đặt mật khẩu mới.")}</p>
      <p>
        <a href="/">{t("Trang dành cho người dân")}</a>
        {LANGUAGES.filter((other) => other !== language).map((other) => (
          <span key={other}>
            {" · "}
            <a href={`?${new URLSearchParams({ lang: other, next })}`} lang={other}>
              {LANGUAGE_NAMES[other]}
            </a>
          </span>
        ))}
      </p>
    </>
  );
}
