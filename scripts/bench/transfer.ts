import { request } from "node:http";
import type { Row } from "./table";

const KILOBYTE = 1024;

/** Bytes that a phone takes for a page with its styles and scripts, as sent with Brotli, and in how many requests. */
export async function transferRow(
  what: string,
  address: string,
  most: { kilobytes: number; requests: number },
): Promise<Row> {
  const page = await take(address);
  const html = await (await fetch(address)).text();
  const files = [...html.matchAll(/<(?:link rel="(?:stylesheet|modulepreload)" href|script[^>]* src)="([^"]+)"/g)];
  const taken = await Promise.all(files.map(([, path = ""]) => take(new URL(path, address).href)));
  const kilobytes = [page, ...taken].reduce((sum, bytes) => sum + bytes, 0) / KILOBYTE;
  const requests = 1 + taken.length;
  return {
    what: `${what}: HTML, CSS and JS by Brotli`,
    figure: `${kilobytes.toFixed(1)} KB`,
    note: `${requests} requests, HTML ${(page / KILOBYTE).toFixed(1)} KB`,
    target: {
      text: `≤ ${most.kilobytes} KB in ≤ ${most.requests}`,
      met: kilobytes <= most.kilobytes && requests <= most.requests,
    },
  };
}

/** Bytes of a body as it comes over the wire. */
function take(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { headers: { "Accept-Encoding": "br" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.on("end", () => resolve(bytes));
    });
    sent.on("error", reject);
    sent.end();
  });
}
