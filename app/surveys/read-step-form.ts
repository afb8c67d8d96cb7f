import { z } from "zod";
import { SURVEY_STEPS, type SurveyStep, UNCONFIRMED_STEPS } from "./survey-steps";

/** Characters of the reason for a correction. */
export const REASON_LENGTH = 500;

const stepSchema = z.object({
  change: z.enum(SURVEY_STEPS),
  confirmed: z.string().optional(),
  /** A later last day for a survey that is opened again. */
  closesOn: z.iso.date().or(z.literal("")).optional(),
  /** Why fixed results are corrected. */
  reason: z.string().trim().max(REASON_LENGTH).optional(),
});

type Read =
  | { ok: true; request: { step: SurveyStep; closesOn: string | null; reason: string | null } }
  | { ok: false; step: SurveyStep | null; message: string };

/**
 * Reads the form of a step; what costs something needs a tick, what takes back another step does not.
 * @param today ISO day in TIME_ZONE.
 */
export function readStepForm(form: FormData, today: string): Read {
  const given = Object.fromEntries(form);
  const parsed = stepSchema.safeParse(given);
  if (!parsed.success) {
    if (given.change === "correct") return { ok: false, step: "correct", message: "Lý do dài nhất 500 ký tự." };
    if (given.change === "reopen") return { ok: false, step: "reopen", message: "Ngày kết thúc mới không hợp lệ." };
    return { ok: false, step: null, message: "Không rõ việc cần làm." };
  }
  const { change: step, confirmed, closesOn = "", reason = "" } = parsed.data;
  if (!UNCONFIRMED_STEPS.includes(step) && confirmed !== "yes") {
    return { ok: false, step, message: "Đánh dấu vào ô xác nhận rồi bấm nút." };
  }
  if (step === "reopen" && closesOn !== "" && closesOn < today) {
    return { ok: false, step, message: "Ngày kết thúc mới phải từ hôm nay trở đi." };
  }
  if (step === "correct" && reason === "") {
    return { ok: false, step, message: "Ghi lý do đính chính: lý do được lưu cùng bản chốt mới." };
  }
  return { ok: true, request: { step, closesOn: closesOn || null, reason: reason || null } };
}

/** Why a step was not taken, by what moving the survey said. */
export const STEP_REFUSALS = {
  outdated: { status: 409, message: "Đợt khảo sát đã đổi trạng thái hoặc không thuộc phạm vi. Tải lại trang để xem." },
  "window-over": { status: 422, message: "Ngày kết thúc đã qua nên không mở được: đợt sẽ không nhận được phiếu nào." },
  "no-units": { status: 422, message: "Đợt khảo sát chưa có đơn vị nào nên không mở được: bấm “Sửa” để chọn đơn vị." },
} as const;
