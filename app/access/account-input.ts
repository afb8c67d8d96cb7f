import { z } from "zod";
import { SECTORS } from "~/questionnaires/questionnaire";
import { ROLES } from "./roles";

const username = z
  .string("Nhập tên đăng nhập")
  .trim()
  .toLowerCase()
  .min(1, { error: "Nhập tên đăng nhập", abort: true })
  .regex(/^[a-z0-9._-]+$/, {
    error:
      "Tên đăng nhập chỉ dùng chữ cái không dấu, chữ số, dấu chấm (.), gạch ngang (-) và gạch dưới (_), không có dấu cách. Ví dụ: nguyenvanan",
    abort: true,
  })
  .min(3, "Tên đăng nhập quá ngắn: cần ít nhất 3 ký tự")
  .max(40, "Tên đăng nhập quá dài: nhiều nhất 40 ký tự")
  .regex(/^[a-z0-9]/, "Tên đăng nhập phải bắt đầu bằng chữ cái hoặc chữ số");

export const displayName = z
  .string("Nhập họ tên hoặc chức danh")
  .trim()
  .min(1, { error: "Nhập họ tên hoặc chức danh", abort: true })
  .min(2, "Họ tên hoặc chức danh quá ngắn: cần ít nhất 2 ký tự")
  .max(100, "Họ tên hoặc chức danh quá dài: nhiều nhất 100 ký tự");

/** What an administrator fills in for a new account; `unit` is what was typed for it, resolved within the scope. */
export const accountInputSchema = z.object({
  username,
  displayName,
  role: z.enum(ROLES, "Chọn vai trò"),
  unit: z
    .string("Chọn đơn vị")
    .trim()
    .min(1, { error: "Chọn đơn vị", abort: true })
    .max(300, "Không có đơn vị nào tên dài như vậy"),
  sector: z
    .union([z.literal(""), z.enum(SECTORS)], "Chọn lĩnh vực trong danh sách")
    .transform((sector) => (sector === "" ? null : sector)),
});

export type AccountInput = z.output<typeof accountInputSchema>;

/** What may be changed of an account afterwards: its user name stays. */
export const accountChangeSchema = accountInputSchema.omit({ username: true });
export type AccountChangeInput = z.output<typeof accountChangeSchema>;
