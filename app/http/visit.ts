import { randomUUID } from "node:crypto";
import { languageOf } from "~/i18n";
import { dayOf } from "~/i18n/dates";
import type { Language } from "~/i18n/numbers";
import type { ArrivalWatch } from "~/responses/arrival-watch";
import type { SiteContext } from "./context";

/** What a request to a collection point's address says, and when it came. */
export interface Visit {
  /** The code as it stands in the address. */
  typed: string;
  /** Survey asked for by id, where several meet at the point. */
  wantedId: number | null;
  language: Language;
  now: Date;
  /** ISO day in TIME_ZONE. */
  today: string;
  timeZone: string;
  arrivals: ArrivalWatch;
  /** Id and instant for a form page made now. */
  freshIdentity: { responseId: string; startedAt: string };
}

/** Reads the address of a collection point's page; `code` is the part of it that names the point. */
export function visitOf(address: string, code: string | undefined, { now, settings, arrivals }: SiteContext): Visit {
  const { searchParams } = new URL(address, settings.publicUrl);
  const wanted = searchParams.get("survey") ?? "";
  const instant = now();
  return {
    typed: code ?? "",
    wantedId: /^[1-9]\d{0,14}$/.test(wanted) ? Number(wanted) : null,
    language: languageOf(searchParams.get("lang")),
    now: instant,
    today: dayOf(instant, settings.timeZone),
    timeZone: settings.timeZone,
    arrivals,
    freshIdentity: { responseId: randomUUID(), startedAt: instant.toISOString() },
  };
}
