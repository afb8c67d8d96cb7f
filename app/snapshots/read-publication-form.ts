import { z } from "zod";
import { PUBLICATION_NOTE_LENGTH, PUBLICATION_STEPS, type PublicationStep } from "./publication";

const formSchema = z.object({
  change: z.enum(PUBLICATION_STEPS),
  confirmed: z.string().optional(),
  /** The snapshot that the page showed, or the publication to withdraw: what changed meanwhile is not acted upon. */
  id: z.coerce.number().int().positive(),
  note: z.string().trim(),
});

export interface PublicationRequest {
  step: PublicationStep;
  id: number;
  note: string;
}

type Read =
  | { ok: true; request: PublicationRequest }
  | { ok: false; step: PublicationStep | null; note: string; message: string };

/**
 * Reads the form that publishes or withdraws; the note comes back as typed.
 * @param replacing another publication stands: the public is told why figures are others than before.
 */
export function readPublicationForm(form: FormData, { replacing }: { replacing: boolean }): Read {
  const parsed = formSchema.safeParse({ note: "", ...Object.fromEntries(form) });
  if (!parsed.success) return { ok: false, step: null, note: "", message: "Không rõ việc cần làm." };
  const { change: step, confirmed, id, note } = parsed.data;
  const refuse = (message: string): Read => ({ ok: false, step, note, message });
  if (note.length > PUBLICATION_NOTE_LENGTH) return refuse("Lời ghi dài nhất 500 ký tự.");
  if (step === "withdraw" && note === "") return refuse("Ghi lý do thu hồi: người dân đọc lý do này ở trang kết quả.");
  if (step === "publish" && replacing && note === "")
    return refuse("Ghi vì sao số liệu đổi: người dân đọc lời này cạnh số liệu mới.");
  if (confirmed !== "yes") return refuse("Đánh dấu vào ô xác nhận rồi bấm nút.");
  return { ok: true, request: { step, id, note } };
}
