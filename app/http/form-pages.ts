import { randomUUID } from "node:crypto";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { type FoundPoint, findPoint } from "~/collection-points/find-point.server";
import { openAnswerPage } from "~/responses/answer-page";
import { changeMark } from "~db/repositories/database-state";
import type { SiteContext } from "./context";
import { type SplicedPage, splitPage } from "./spliced-page";
import type { Visit } from "./visit";

/** Form pages kept in memory, about 50 KB each: those of the busiest collection points. */
const KEPT_PAGES = 1000;

/** A rendered page of a collection point with the headers that its route gave it. */
export interface FormPage {
  page: SplicedPage;
  headers: [name: string, value: string][];
}

/** A page with the values that a visit of its own puts into it: none where it is a choice between surveys. */
export interface FoundPage extends FormPage {
  values: readonly string[];
}

interface KeptPage {
  /** Everything the page was made from; a page made from anything else is made anew. */
  madeFrom: string;
  made: Promise<FormPage | null>;
}

/** The fields of a form that hold what is the visit's own. */
const OWN_FIELDS = ["response_id", "started_at"];

/**
 * Finds the page for a visit, made at the address; null where it is neither a form nor the choice between several, which
 * its route has to answer.
 */
export type FindFormPage = (address: string, visit: Visit) => Promise<FoundPage | null>;

/**
 * Keeps the forms of collection points in memory, and the choices where several surveys meet: a page is rendered once per
 * point, survey and language, and each visit gets a form with an id and an instant of its own. Every other state of a
 * point is left to its route. Nothing about the visitor goes into the page, so there is nothing of one visitor's that
 * another could be served.
 */
export function formPages(build: ServerBuild, site: SiteContext): FindFormPage {
  const render = createRequestHandler(build, "production");
  const kept = new Map<string, KeptPage>();
  const readPoint = pointReader(site);
  return async (address, visit) => {
    const { wantedId, language, freshIdentity } = visit;
    const { found, fingerprint } = await readPoint(visit);
    const opened = openAnswerPage(found, visit, freshIdentity);
    if (!found.found || (opened.kind !== "form" && opened.kind !== "choose")) return null;
    const isForm = opened.kind === "form";
    const key = `${found.point.code}/${wantedId ?? ""}/${language}`;
    const madeFrom = `${isForm ? opened.proofBits : opened.kind} ${fingerprint}`;
    let page = kept.get(key);
    if (page?.madeFrom !== madeFrom)
      page = { madeFrom, made: makePage(render, address, site, isForm ? OWN_FIELDS : []) };
    keep(kept, key, page);
    const made = await page.made.catch((error: unknown) => {
      // A page that failed once may come out well the next time.
      kept.delete(key);
      throw error;
    });
    return made && { ...made, values: isForm ? [freshIdentity.responseId, freshIdentity.startedAt] : [] };
  };
}

interface KnownPoint {
  /** The day and the state of the database under which it was read. */
  readUnder: string;
  found: FoundPoint;
  /** What the database says about the point on that day; the questionnaire is told by its checksum. */
  fingerprint: string;
}

/** Reads points, each once as long as nothing at all is written to the database and the day is the same. */
function pointReader({ database }: SiteContext): (visit: Visit) => Promise<KnownPoint> {
  const known = new Map<string, KnownPoint>();
  return async ({ typed, today }) => {
    // Taken before reading: what is written meanwhile makes the next visit read again.
    const readUnder = `${today} ${changeMark(database)}`;
    const point = known.get(typed);
    if (point?.readUnder === readUnder) return point;
    const found = await findPoint(database, { code: typed, today });
    const fingerprint = JSON.stringify(found, (name, value) => (name === "questionnaire" ? undefined : value));
    const read = { readUnder, found, fingerprint: `${today} ${fingerprint}` };
    if (found.found) keep(known, typed, read);
    return read;
  };
}

/** Puts an entry last in the order of use and forgets the one used longest ago. */
function keep<V>(kept: Map<string, V>, key: string, page: V): void {
  kept.delete(key);
  kept.set(key, page);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT_PAGES && oldest !== undefined) kept.delete(oldest);
}

/**
 * Renders a page as for a visitor of whom nothing is known, to be cut at the values of its fields. Null where it is not one
 * that may be served again.
 */
async function makePage(
  render: ReturnType<typeof createRequestHandler>,
  address: string,
  site: SiteContext,
  fields: readonly string[],
): Promise<FormPage | null> {
  const nonce = randomUUID();
  const context = { ...site, nonce, requestId: randomUUID(), clientAddress: "" };
  const answer = await render(new Request(new URL(address, site.settings.publicUrl)), context);
  const html = await answer.text();
  if (answer.status !== 200 || answer.headers.has("Set-Cookie") || html.includes(nonce)) return null;
  const page = splitPage(
    html,
    fields.map((name) => fieldValue(html, name)),
  );
  return page && { page, headers: [...answer.headers] };
}

function fieldValue(html: string, name: string): string {
  return new RegExp(`<input[^>]* name="${name}"[^>]* value="([^"]+)"`).exec(html)?.[1] ?? "";
}
