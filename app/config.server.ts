import { z } from "zod";

/** Every setting of the application: environment variables parsed once. The README lists them all. */
const settingsSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  /** Address that QR codes hold; defaults to the address served. No slash at the end. */
  PUBLIC_URL: z
    .url()
    .transform((address) => address.replace(/\/+$/, ""))
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^file:.+/, "phải có dạng file:<đường dẫn>")
    .optional(),
  SESSION_SECRET: z.string().min(32, "phải có ít nhất 32 ký tự").optional(),
  TIME_ZONE: z.string().refine(isTimeZone, "không phải múi giờ IANA").default("Asia/Ho_Chi_Minh"),
  PROVINCE: z.string().trim().min(1).default("Tỉnh Thanh Hóa"),
  /** Whom a citizen may turn to, shown on public pages; empty: not shown. */
  CONTACT: z.string().trim().default(""),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** Groups of fewer persons are masked, and a unit with fewer has no index published. */
  CELL_MINIMUM: z.coerce.number().int().min(1).default(10),
  UNIT_MINIMUM: z.coerce.number().int().min(1).default(30),
});

export const SETTING_NAMES = Object.keys(settingsSchema.shape);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export type Settings = Readonly<z.output<typeof settingsSchema>>;

/**
 * Reads the settings. Throws an Error whose message names every wrong variable.
 * @param environment the process environment, or a stand-in of it.
 */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => SETTING_NAMES.includes(name) && value !== ""),
  );
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Cấu hình không hợp lệ:\n${problems.join("\n")}`);
  }
  return Object.freeze(parsed.data);
}
