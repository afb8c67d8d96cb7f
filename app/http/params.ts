/**
 * A positive whole number from an address.
 * @throws a 404 Response otherwise: an address with anything else names nothing.
 */
export function numberParam(text: string | undefined): number {
  if (!text || !/^[1-9]\d{0,14}$/.test(text)) throw new Response("Không có trang này.", { status: 404 });
  return Number(text);
}
