/** Content codings in the order of preference where a client takes several as gladly. */
export type ContentCoding = "br" | "gzip";

const PREFERRED: readonly ContentCoding[] = ["br", "gzip"];

/** Headers read lately: browsers send a handful of different ones. */
const KNOWN_HEADERS = 100;
const known = new Map<string, ContentCoding | null>();

/**
 * The coding in which to answer, told from `Accept-Encoding` (RFC 9110, section 12.5.3): the one with the highest
 * weight, Brotli before gzip; null where neither is taken or plain bytes are preferred.
 */
export function contentCoding(header: string | undefined): ContentCoding | null {
  if (!header) return null;
  let coding = known.get(header);
  if (coding === undefined) {
    coding = chooseCoding(header);
    if (known.size >= KNOWN_HEADERS) known.clear();
    known.set(header, coding);
  }
  return coding;
}

function chooseCoding(header: string): ContentCoding | null {
  const weights = new Map(header.toLowerCase().split(",").map(readWeight));
  const weightOf = (coding: string) => weights.get(coding) ?? weights.get("*") ?? 0;
  const best = Math.max(...PREFERRED.map(weightOf));
  if (best <= 0 || (weights.get("identity") ?? 0) > best) return null;
  return PREFERRED.find((coding) => weightOf(coding) === best) ?? null;
}

function readWeight(given: string): [coding: string, weight: number] {
  const [coding = "", ...parameters] = given.split(";").map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice("q=".length);
  return [coding, weight === undefined ? 1 : Number(weight) || 0];
}
