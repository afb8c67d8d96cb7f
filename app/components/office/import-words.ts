import type { Phrase } from "~/i18n/words";
import type { ImportState } from "~/responses/import-states";

export const IMPORT_STATE_WORDS: Readonly<Record<ImportState | "interrupted", Phrase>> = {
  checking: "Đang kiểm tra",
  checked: "Chờ quyết định",
  storing: "Đang ghi",
  stored: "Đã nhập",
  failed: "Không nhập được",
  cancelled: "Đã hủy",
  interrupted: "Bị ngắt giữa chừng",
};

export const IMPORT_STATE_BADGES: Readonly<Record<ImportState | "interrupted", string>> = {
  checking: "badge",
  checked: "badge badge-caution",
  storing: "badge",
  stored: "badge badge-good",
  failed: "badge badge-danger",
  cancelled: "badge",
  interrupted: "badge badge-danger",
};
