import { z } from "zod";
import { SAMPLE_BASES } from "./survey";

const day = z.iso.date("Ngày không hợp lệ");

/** What an officer fills in to create a survey. */
export const surveyInputSchema = z
  .object({
    title: z.string().trim().min(5, "Tên đợt khảo sát phải có ít nhất 5 ký tự").max(200, "Tên dài quá 200 ký tự"),
    versionId: z.coerce.number("Chọn một mẫu phiếu").int().positive("Chọn một mẫu phiếu"),
    opensOn: day,
    closesOn: day,
    basis: z.enum(SAMPLE_BASES, "Chọn cơ sở chọn mẫu"),
    unitIds: z
      .array(z.coerce.number().int().positive())
      .min(1, "Chọn ít nhất một đơn vị")
      .transform((ids) => [...new Set(ids)]),
  })
  .refine((input) => input.opensOn <= input.closesOn, {
    path: ["closesOn"],
    message: "Ngày kết thúc phải từ ngày bắt đầu trở đi",
  });

export type SurveyInput = z.output<typeof surveyInputSchema>;
