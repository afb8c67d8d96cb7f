import { z } from "zod";
import { addDays } from "~/i18n/dates";
import { API_SCOPES, type ApiScope } from "./api-scopes";

/** How a key looks: a mark by which people and scanners for leaked secrets know it, and 32 random bytes. */
const KEY = /^hl_[\w-]{43}$/;

/** Characters of a key that are kept and shown, by which people tell keys apart. */
const SHOWN = 9;

/** Most days for which a key is good; a new one takes its place then. */
export const KEY_DAYS = 730;

export function isApiKey(text: string): boolean {
  return KEY.test(text);
}

export function apiKeyOf(random: string): string {
  return `hl_${random}`;
}

export function apiKeyPrefix(key: string): string {
  return key.slice(0, SHOWN);
}

/** How it stands with a key. */
export type ApiKeyState = "in-use" | "expired" | "revoked";

/** @param today ISO day in TIME_ZONE; the last day of a key is still its. */
export function apiKeyState(key: { expiresOn: string | null; revokedAt: string | null }, today: string): ApiKeyState {
  if (key.revokedAt !== null) return "revoked";
  return key.expiresOn !== null && key.expiresOn < today ? "expired" : "in-use";
}

/** A key as the list shows it; the key itself is nowhere. */
export interface ListedApiKey {
  id: number;
  name: string;
  prefix: string;
  scopes: readonly ApiScope[];
  unitName: string;
  surveyTitle: string | null;
  by: string | null;
  expiresOn: string | null;
  revokedAt: string | null;
  lastUsedOn: string | null;
}

/** What an administrator fills in for a new key. `unit` is what was typed for it, resolved within the scope. */
export function apiKeyInputSchema(today: string) {
  const last = addDays(today, KEY_DAYS);
  return z
    .object({
      name: z
        .string("Nhập tên khóa")
        .trim()
        .min(1, { error: "Nhập tên khóa", abort: true })
        .max(100, "Tên khóa quá dài: nhiều nhất 100 ký tự"),
      unit: z
        .string("Chọn đơn vị")
        .trim()
        .min(1, { error: "Chọn đơn vị", abort: true })
        .max(300, "Không có đơn vị nào tên dài như vậy"),
      scopes: z.array(z.enum(API_SCOPES, "Chọn việc trong danh sách")).min(1, "Chọn ít nhất một việc"),
      surveyId: z
        .union([z.literal(""), z.string().regex(/^[1-9]\d{0,14}$/)], "Chọn đợt khảo sát trong danh sách")
        .transform((id) => (id === "" ? null : Number(id))),
      expiresOn: z.iso
        .date("Chọn ngày hết hạn")
        .refine((day) => day >= today, "Ngày hết hạn đã qua")
        .refine((day) => day <= last, "Khóa dùng nhiều nhất hai năm: chọn ngày sớm hơn"),
    })
    .superRefine(({ scopes, surveyId }, issues) => {
      if (scopes.includes("submit") && surveyId === null)
        issues.addIssue({ code: "custom", path: ["surveyId"], message: "Khóa gửi phiếu phải chọn một đợt khảo sát" });
    })
    .transform((input) => ({ ...input, surveyId: input.scopes.includes("submit") ? input.surveyId : null }));
}

export type ApiKeyInput = z.output<ReturnType<typeof apiKeyInputSchema>>;
