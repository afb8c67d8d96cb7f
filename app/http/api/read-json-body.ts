import { ApiProblem } from "./problem";

/** Bytes of a body that is taken. */
export const BODY_BYTES = 1024 * 1024;

/** The JSON of a request. Bytes are counted as they come, whatever its headers say. */
export async function readJsonBody(request: Request): Promise<unknown> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(type) || request.headers.has("Content-Encoding")) {
    throw new ApiProblem(415, "Chỉ nhận application/json (UTF-8, không nén).");
  }
  if (Number(request.headers.get("Content-Length") ?? 0) > BODY_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    bytes += read.value.length;
    if (bytes > BODY_BYTES) throw tooLarge();
    chunks.push(read.value);
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw new ApiProblem(400, "Nội dung không phải JSON hợp lệ (UTF-8).");
  }
}

function tooLarge(): ApiProblem {
  return new ApiProblem(413, "Nội dung lớn hơn 1 MiB: chia thành nhiều lô nhỏ hơn.", {
    headers: { Connection: "close" },
  });
}
