import type { AccountState } from "~/access/account-state";
import { useWords } from "~/i18n/use-words";

/** How it stands with an account, as its list and its page say it. */
export function useAccountStates(): Readonly<Record<AccountState, string>> {
  const t = useWords();
  return {
    "in-use": t("Đang dùng"),
    invited: t("Đã mời, chưa nhận"),
    uninvited: t("Chưa nhận, không có liên kết"),
    locked: t("Đã khóa"),
  };
}
