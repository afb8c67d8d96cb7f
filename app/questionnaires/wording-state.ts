/** How the source of a form begins that the system drew up itself: nothing issued it before an office takes it up. */
const OWN_SOURCES = ["Phiếu riêng của hệ thống", "Hệ thống Hài Lòng soạn"];

/** Whether a form is the system's own, by what its source says. */
export function isOwnForm(source: string): boolean {
  return OWN_SOURCES.some((beginning) => source.startsWith(beginning));
}

/**
 * What is said of a form's wording where nobody has held it against an original: the signed form of an official one, the
 * decision or plan that issued one written by an office.
 */
export function uncheckedWording(source: string): string {
  return isOwnForm(source) ? "Mẫu của hệ thống, không có bản gốc" : "Chưa đối chiếu bản gốc";
}
