import { z } from "zod";
import { RETIREMENT_REASONS } from "./retirement";

const confirmed = z.literal("yes", "Đánh dấu vào ô xác nhận rồi bấm nút.");

const codeChangeSchema = z.discriminatedUnion("change", [
  z.object({
    change: z.literal("replace"),
    code: z.string(),
    reason: z.enum(RETIREMENT_REASONS, "Chọn lý do thay mã."),
    confirmed,
  }),
  z.object({ change: z.literal("revoke"), confirmed }),
  z.object({ change: z.literal("restore") }),
]);

export type CodeChange = z.output<typeof codeChangeSchema>;

/** What an officer decided about a point's code, or why it cannot be done. */
export function readCodeChange(form: FormData): { ok: true; change: CodeChange } | { ok: false; message: string } {
  const parsed = codeChangeSchema.safeParse(Object.fromEntries(form));
  if (parsed.success) return { ok: true, change: parsed.data };
  return { ok: false, message: parsed.error.issues[0]?.message ?? "Không rõ việc cần làm." };
}
