/** What the page of a version says after a step; the step stands in the address that the step redirects to. */
const MESSAGES: Readonly<Record<string, { verified: boolean | null; text: string }>> = {
  publish: {
    verified: null,
    text: "Đã công bố. Bước tiếp theo: tạo đợt khảo sát từ mẫu này, tải tệp mẫu phiếu hoặc in phiếu giấy ở cuối trang.",
  },
  verify: { verified: true, text: "Đã ghi việc đối chiếu bản gốc." },
  withdraw: { verified: null, text: "Đã rút lại việc đối chiếu." },
};

/** The message for the step named in an address, or null; one that is no longer true is not said. */
export function versionDone(address: string, verified: boolean): string | null {
  const step = new URL(address).searchParams.get("done") ?? "";
  const message = Object.hasOwn(MESSAGES, step) ? MESSAGES[step] : undefined;
  return message && (message.verified === null || message.verified === verified) ? message.text : null;
}
