import { useMessages, useWords } from "~/i18n/use-words";
import type { SaveState } from "./use-draft";

/** How saving stands, in a few words; said aloud only where something is wrong. */
export function SaveNote({ state }: { state: SaveState }) {
  const t = useWords();
  const messageOf = useMessages();
  switch (state.kind) {
    case "saved":
      return <p className="save-note">{state.at ? t("Đã lưu {time}", { time: state.at.slice(-5) }) : t("Đã lưu")}</p>;
    case "waiting":
    case "saving":
      return <p className="save-note">{t("Đang lưu…")}</p>;
    case "offline":
      return (
        <p className="save-note save-trouble" role="status">
          {t("Mất mạng: đang giữ trên máy này và sẽ thử lại.")}
        </p>
      );
    case "signed-out":
      return (
        <p className="save-note save-trouble" role="alert">
          {t("Phiên làm việc đã hết: phần chưa lưu được giữ trên máy này.")}{" "}
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {t("Đăng nhập lại ở cửa sổ mới")}
          </a>
        </p>
      );
    case "missing":
      return (
        <p className="save-note save-trouble" role="alert">
          {t("Bản nháp này đã bị xóa hoặc không còn trong phạm vi của tài khoản; chữ trên màn hình chưa được lưu.")}
        </p>
      );
    case "refused":
      return (
        <p className="save-note save-trouble" role="alert">
          {t("Chưa lưu được: {reason}.", { reason: messageOf(state.message) })}
        </p>
      );
    case "conflict":
      return <p className="save-note save-trouble">{t("Chưa lưu: có người khác vừa sửa.")}</p>;
  }
}
