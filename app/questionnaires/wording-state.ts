import { originalSource } from "./start-draft";

/** How the source of a form begins that the system drew up itself: no decision issued it, so there is no original. */
const OWN_SOURCES = ["Phiếu riêng của hệ thống", "Hệ thống Hài Lòng soạn"];

/** Whether a form is the system's own, by what its source says. */
export function isOwnForm(source: string): boolean {
  return OWN_SOURCES.some((beginning) => source.startsWith(beginning));
}

/** Whether a body wrote the form itself, as the source of a blank form says ("Sở Y tế soạn"): it has no original. */
function isWrittenByBody(source: string): boolean {
  return /\ssoạn$/.test(originalSource(source));
}

/** Whether there is a signed original that the wording of a form itself can be held against. */
export function hasOriginal(source: string): boolean {
  return !isOwnForm(source) && !isWrittenByBody(source) && originalSource(source) === source;
}

/** What is to be said of a form's wording where nobody has held it against an original; a variant speaks of its base. */
export function uncheckedWording(source: string): string {
  if (isOwnForm(source)) return "Mẫu của hệ thống, không có bản gốc";
  if (isWrittenByBody(source)) return "Mẫu do cơ quan soạn, không có bản gốc";
  if (!hasOriginal(source)) return "Bản của địa phương, dựa trên mẫu chính thức";
  return "Chưa đối chiếu bản gốc";
}
