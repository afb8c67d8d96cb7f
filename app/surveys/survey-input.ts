import { z } from "zod";
import { TITLE_LENGTH } from "./next-year";
import { SAMPLE_BASES } from "./survey";
import { targetRateSchema } from "./target-rate";

const isDay = (value: unknown) => z.iso.date().safeParse(value).success;

/**
 * What an officer fills in to create a survey or to change a draft. The rules between the two dates look at the dates
 * alone, so that whatever is wrong elsewhere is told in the same round.
 * @param today ISO day in TIME_ZONE.
 */
export function surveyInputSchema(today: string) {
  return z
    .object({
      title: z
        .string()
        // Its field has two lines for the eye; a title is one.
        .transform((title) => title.replace(/\s+/g, " ").trim())
        .pipe(
          z
            .string()
            .min(5, "Tên đợt khảo sát phải có ít nhất 5 ký tự")
            .max(TITLE_LENGTH, "Tên đợt khảo sát dài quá 200 ký tự"),
        ),
      versionId: z.coerce.number("Chọn một mẫu phiếu").int().positive("Chọn một mẫu phiếu"),
      ownerUnitId: z.coerce
        .number("Chọn cơ quan thực hiện")
        .int("Chọn cơ quan thực hiện")
        .positive("Chọn cơ quan thực hiện"),
      opensOn: z.iso.date("Ngày bắt đầu không hợp lệ"),
      closesOn: z.iso.date("Ngày kết thúc không hợp lệ"),
      basis: z.enum(SAMPLE_BASES, "Đánh dấu một cách chọn người trả lời"),
      /** Undefined leaves it as it is. */
      targetRate: targetRateSchema.optional(),
      unitIds: z
        .array(z.coerce.number().int().positive())
        .min(1, "Chọn ít nhất một đơn vị")
        .transform((ids) => [...new Set(ids)]),
    })
    .refine((input) => input.opensOn <= input.closesOn, {
      path: ["closesOn"],
      message: "Ngày kết thúc phải từ ngày bắt đầu trở đi",
      when: ({ value }) => isDay(datesOf(value).opensOn) && isDay(datesOf(value).closesOn),
    })
    .refine((input) => input.closesOn >= today, {
      path: ["closesOn"],
      message: "Ngày kết thúc đã qua: đợt khảo sát sẽ không nhận được phiếu nào",
      when: ({ value }) => isDay(datesOf(value).closesOn),
    });
}

function datesOf(value: unknown): { opensOn?: unknown; closesOn?: unknown } {
  return typeof value === "object" && value !== null ? value : {};
}

export type SurveyInput = z.output<ReturnType<typeof surveyInputSchema>>;
