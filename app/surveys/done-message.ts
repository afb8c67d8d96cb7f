import type { SurveyStatus } from "./survey";

/** What a page says after a step: the step stands in the address that the step redirects to. */
const MESSAGES: Readonly<Record<string, { status: SurveyStatus | null; text: string }>> = {
  create: { status: "draft", text: "Đã tạo bản nháp. Mỗi đơn vị đã có mã QR; phiếu chỉ được nhận sau khi mở." },
  save: { status: "draft", text: "Đã lưu thay đổi của bản nháp." },
  open: { status: "open", text: "Đã mở đợt khảo sát." },
  reopen: { status: "open", text: "Đã mở lại đợt khảo sát." },
  pause: { status: "paused", text: "Đã tạm dừng. Người quét mã được báo đợt sẽ nhận phiếu trở lại." },
  resume: { status: "open", text: "Đợt khảo sát nhận phiếu trở lại." },
  change: { status: "open", text: "Đã lưu thay đổi." },
  correct: { status: "closed", text: "Đã mở kết quả để đính chính. Bản chốt trước vẫn được giữ." },
  finalise: { status: "finalised", text: "Đã chốt kết quả." },
  copy: { status: "draft", text: "Đã lập bản nháp từ đợt trước; xem lại rồi mở." },
  close: { status: "closed", text: "Đã đóng đợt khảo sát. Phiếu đã nhận vẫn giữ nguyên." },
  delete: { status: null, text: "Đã xóa bản nháp." },
};

/** The address to go on to after a step. */
export function doneAddress(path: string, step: string): string {
  return `${path}?done=${step}`;
}

/**
 * The message for the step named in an address, or null. A page that no longer stands where the step led says nothing,
 * so that an old address tells no untruth.
 * @param status of the survey that the page shows; null on a page that shows none.
 */
export function doneMessage(address: string, status: SurveyStatus | null): string | null {
  const step = new URL(address).searchParams.get("done") ?? "";
  const message = Object.hasOwn(MESSAGES, step) ? MESSAGES[step] : undefined;
  return message && message.status === status ? message.text : null;
}
