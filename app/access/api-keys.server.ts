import { createHmac, randomBytes } from "node:crypto";
import type { Database } from "~db/open-database.server";
import { findApiKey, insertApiKey, noteApiKeyUse } from "~db/repositories/api-keys";
import type { UnitOnDay } from "~db/repositories/units";
import { resolveUnit } from "./account-unit.server";
import { type ApiKeyInput, apiKeyOf, apiKeyPrefix, apiKeyState, isApiKey } from "./api-key";
import type { ApiScope } from "./api-scopes";
import { isAllowed } from "./roles";
import { hashToken } from "./sign-in.server";
import type { Viewer } from "./viewer";

/** Who calls: what the key may do, and the viewer whose scope every query takes. */
export interface ApiCaller {
  keyId: number;
  /** The key as people know it: its name and its beginning. */
  name: string;
  scopes: readonly ApiScope[];
  /** The only survey that it hands responses to. */
  surveyId: number | null;
  viewer: Viewer;
}

/** A form that was opened once: sent twice with the same in it, it makes one key and shows it both times. */
export interface OpenedForm {
  /** Random, from the page of the form. */
  token: string;
  /** The site's own, so that nobody who knows the token knows the key. */
  secret: string;
}

/**
 * Makes a key within the viewer's scope.
 * @param form the form that asks for it; not given: every call makes a key of its own.
 * @returns the key, this once: only its hash is kept; or the field that cannot stand and why.
 */
export async function createApiKey(
  database: Database,
  viewer: Viewer,
  { unit: typed, ...input }: ApiKeyInput,
  { now, today, form }: { now: Date; today: string; form?: OpenedForm },
): Promise<
  | { ok: true; id: number; key: string; unit: UnitOnDay }
  | { ok: false; field: "name" | "unit" | "surveyId" | "scopes"; message: string }
> {
  // Nobody hands on what they may not do themselves.
  if (input.scopes.includes("responses") && !isAllowed(viewer.role, "take-records")) {
    const message = "Vai trò của bạn không cho lấy phiếu ẩn danh nên không trao được quyền ấy cho khóa";
    return { ok: false, field: "scopes", message };
  }
  const resolved = await resolveUnit(database, viewer, typed, today);
  if (!resolved.ok) return resolved;
  const { unit } = resolved;
  const content = JSON.stringify([viewer.accountId, unit.id, input]);
  const key = apiKeyOf((form ? derived(form, content) : randomBytes(32)).toString("base64url"));
  const row = { ...input, unitId: unit.id, prefix: apiKeyPrefix(key), keyHash: hashToken(key), at: now };
  const added = await insertApiKey(database, viewer, row);
  if (added === "unit") return { ok: false, field: "unit", message: "Đơn vị này ngoài phạm vi quản trị" };
  if (added === "survey") {
    const message = "Đợt khảo sát này không do cơ quan trong phạm vi thực hiện, hoặc không hỏi ở đơn vị của khóa";
    return { ok: false, field: "surveyId", message };
  }
  if (added === "used") {
    return { ok: false, field: "name", message: "Khóa tạo từ lần mở trang này đã thu hồi: tải lại trang rồi tạo lại" };
  }
  return { ok: true, id: added, key, unit };
}

function derived({ token, secret }: OpenedForm, content: string): Buffer {
  return createHmac("sha256", secret).update(`api-key ${token} ${content}`).digest();
}

/** Who holds a key that is good today; null for any other. The day of its use is noted, and nothing else. */
export async function callerOfKey(
  database: Database,
  key: string,
  { today }: { today: string },
): Promise<ApiCaller | null> {
  const found = isApiKey(key) ? await findApiKey(database, hashToken(key)) : null;
  if (!found || apiKeyState(found, today) !== "in-use") return null;
  if (found.lastUsedOn !== today) await noteApiKeyUse(database, found.id, today);
  const { id: keyId, scopes, surveyId, unitId } = found;
  const name = `${found.name} (${found.prefix}…)`;
  return { keyId, name, scopes, surveyId, viewer: { accountId: 0, role: "analyst", unitId, sector: null } };
}
