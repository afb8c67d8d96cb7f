import { z } from "zod";
import { SECTORS } from "~/questionnaires/questionnaire";
import { ROLES } from "./roles";

/** What an administrator fills in for a new account. */
export const accountInputSchema = z.object({
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, "Tên đăng nhập gồm 3–40 chữ cái không dấu, chữ số, dấu chấm, gạch"),
  displayName: z.string().trim().min(2, "Nhập tên hiển thị").max(100, "Tên hiển thị dài quá 100 ký tự"),
  role: z.enum(ROLES, "Chọn vai trò"),
  unitKey: z.string().trim().min(1, "Chọn đơn vị"),
  sector: z
    .union([z.literal(""), z.enum(SECTORS)], "Lĩnh vực không hợp lệ")
    .transform((sector) => (sector === "" ? null : sector)),
});

export type AccountInput = z.output<typeof accountInputSchema>;
