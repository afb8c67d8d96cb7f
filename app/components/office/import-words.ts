import type { Phrase } from "~/i18n/words";
import type { ImportState } from "~/responses/import-states";

/** How a file is told to stand: `known`, when every response of it was there already and nothing is left to decide. */
export type ImportStanding = ImportState | "interrupted" | "known";

export function importStanding(file: {
  state: ImportState;
  interrupted: boolean;
  good: number | null;
  bad: number | null;
  known: number | null;
}): ImportStanding {
  if (file.interrupted) return "interrupted";
  const { state, good, bad, known } = file;
  return state === "checked" && bad === 0 && good === known ? "known" : state;
}

export const IMPORT_STATE_WORDS: Readonly<Record<ImportStanding, Phrase>> = {
  checking: "Đang kiểm tra",
  checked: "Chờ quyết định",
  storing: "Đang ghi",
  stored: "Đã nhập",
  failed: "Không nhập được",
  cancelled: "Đã hủy",
  interrupted: "Bị ngắt giữa chừng",
  known: "Không có phiếu mới",
};

export const IMPORT_STATE_BADGES: Readonly<Record<ImportStanding, string>> = {
  checking: "badge",
  checked: "badge badge-caution",
  storing: "badge",
  stored: "badge badge-good",
  failed: "badge badge-danger",
  cancelled: "badge",
  interrupted: "badge badge-danger",
  known: "badge",
};
