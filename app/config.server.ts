import { z } from "zod";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** Every setting of the application: environment variables parsed once. The README lists them all. */
const settingsSchema = z.object({
  PORT: wholeNumber(0, 65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  /** Address that QR codes hold; defaults to the address served. No slash at the end. */
  PUBLIC_URL: z
    .url("phải là địa chỉ đầy đủ, ví dụ https://hailong.example.gov.vn")
    .transform((address) => address.replace(/\/+$/, ""))
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^file:.+/, "phải có dạng file:<đường dẫn>")
    .optional(),
  SESSION_SECRET: z.string().min(32, "phải có ít nhất 32 ký tự").optional(),
  TIME_ZONE: z.string().refine(isTimeZone, "không phải múi giờ IANA").default("Asia/Ho_Chi_Minh"),
  PROVINCE: z.string().trim().min(1, "phải có chữ").default("Tỉnh Thanh Hóa"),
  /** Whom a citizen may turn to, shown on public pages; empty: not shown. */
  CONTACT: z.string().trim().default(""),
  /** Where results are published, shown after sending; empty: not shown. */
  RESULTS_URL: z.url({ protocol: /^https?$/, error: "phải là một địa chỉ http:// hoặc https://" }).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `phải là một trong: ${LOG_LEVELS.join(", ")}`).default("info"),
  /** Groups of fewer persons are masked, and a unit with fewer has no index published. */
  CELL_MINIMUM: wholeNumber(1).default(10),
  UNIT_MINIMUM: wholeNumber(1).default(30),
});

export const SETTING_NAMES = Object.keys(settingsSchema.shape);

function wholeNumber(least: number, greatest?: number) {
  const message = `phải là số nguyên từ ${least} ${greatest === undefined ? "trở lên" : `đến ${greatest}`}`;
  const whole = z.coerce.number(message).int(message).min(least, message);
  return greatest === undefined ? whole : whole.max(greatest, message);
}

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
 * Reads the settings. Throws an Error whose message names every wrong variable and what it must be, in Vietnamese; the
 * values stay unsaid, since one of them is a secret.
 * @param environment the process environment, or a stand-in of it.
 */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => SETTING_NAMES.includes(name) && value !== ""),
  );
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const messages = new Map(parsed.error.issues.map(({ path, message }) => [path.join("."), message]));
    const problems = [...messages].map(([name, message]) => `  ${name}: ${message}`);
    throw new Error(`Cấu hình không hợp lệ:\n${problems.join("\n")}`);
  }
  return Object.freeze(parsed.data);
}
