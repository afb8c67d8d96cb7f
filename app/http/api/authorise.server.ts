import { type ApiCaller, callerOfKey } from "~/access/api-keys.server";
import type { ApiScope } from "~/access/api-scopes";
import type { AppContext } from "../context";
import type { ApiLimits, RateHeaders } from "./api-limits";
import { ApiProblem } from "./problem";

interface Asked {
  scope: ApiScope;
  today: string;
  limits: ApiLimits;
  /** Takes what every answer to this caller says of its calls. */
  tell: (headers: RateHeaders) => void;
}

/**
 * Who calls, by the key in `Authorization: Bearer`. Cookies mean nothing here.
 * @throws 401 without a key that is good today, 403 where it is not allowed the scope, 429 where it calls too often.
 */
export async function authorise(
  request: Request,
  { database, clientAddress }: AppContext,
  { scope, today, limits, tell }: Asked,
): Promise<ApiCaller> {
  const [, key] = /^Bearer +(\S+)$/i.exec(request.headers.get("Authorization") ?? "") ?? [];
  if (key === undefined) {
    throw new ApiProblem(401, "Thiếu khóa: gửi kèm “Authorization: Bearer <khóa>”.", challenge());
  }
  const caller = await callerOfKey(database, key, { today });
  if (!caller) {
    await limits.wrongKey(clientAddress);
    throw new ApiProblem(401, "Khóa không đúng, đã hết hạn hoặc đã thu hồi.", challenge("invalid_token"));
  }
  tell(await limits.call(caller.keyId));
  if (!caller.scopes.includes(scope)) {
    const detail = `Khóa này không được phép “${scope}”.`;
    throw new ApiProblem(403, detail, challenge("insufficient_scope", scope));
  }
  return caller;
}

function challenge(error?: string, scope?: ApiScope) {
  const parts = ['Bearer realm="Hai Long"', error && `error="${error}"`, scope && `scope="${scope}"`];
  return { headers: { "WWW-Authenticate": parts.filter(Boolean).join(", ") } };
}
