/** What the page of points says after a change, which stands in the address that the change redirects to. */
const MESSAGES: Readonly<Record<string, (n: string) => string>> = {
  add: (n) => `Đã thêm ${n} điểm.`,
  hours: (n) => `Đã ghi giờ mở cửa của ${n} điểm.`,
  out: (n) => `Đã đưa ${n} điểm ra khỏi đợt. Mã và áp phích của điểm vẫn là của đơn vị.`,
  in: (n) => `Đã đưa ${n} điểm vào đợt.`,
  file: (n) => `Đã nhập tệp: ${n} điểm mới hoặc thay đổi.`,
};

/** The message for the change named in an address (`done`, `n`), or null. */
export function pointsDoneMessage(address: string): string | null {
  const { searchParams } = new URL(address);
  const done = searchParams.get("done") ?? "";
  const n = searchParams.get("n") ?? "";
  const message = Object.hasOwn(MESSAGES, done) ? MESSAGES[done] : undefined;
  return message && /^\d{1,6}$/.test(n) ? message(n) : null;
}
