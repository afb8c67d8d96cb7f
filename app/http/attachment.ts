/** A response that a browser saves as a file (or shows, when `inline`), under a name that may hold Vietnamese letters. */
export function attachment(
  body: string | Uint8Array | ReadableStream,
  { name, type, inline = false }: { name: string; type: string; inline?: boolean },
): Response {
  const ascii = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .replace(/[^\w.-]+/g, "-");
  const disposition = `${inline ? "inline" : "attachment"}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new Response(body as BodyInit, {
    headers: { "Content-Type": type, "Content-Disposition": disposition, "Cache-Control": "private, no-store" },
  });
}
