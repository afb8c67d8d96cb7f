import type { AppLoadContext } from "@remix-run/node";
import type { LinkPlace } from "~/access/account-links.server";
import { todayOf } from "./session.server";

/** What links of accounts are made of, for a request. */
export function linkPlaceOf(context: AppLoadContext): LinkPlace {
  const { timeZone, publicUrl, province } = context.settings;
  return { now: context.now(), today: todayOf(context), timeZone, publicUrl, province };
}
