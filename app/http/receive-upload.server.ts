import { createHash, randomUUID } from "node:crypto";
import { createWriteStream, rmSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { unstable_parseMultipartFormData as parseMultipart } from "@remix-run/node";

/** A form with one file, the file written to a folder as it came in. */
export interface ReceivedUpload {
  fields: Readonly<Record<string, string>>;
  /** Null: no file was chosen. */
  file: { path: string; name: string; checksum: string; bytes: number } | null;
}

const LONGEST_FIELD = 10_000;

class TooLarge extends Error {}

/**
 * Reads a form of type multipart/form-data, writing its file to `folder` with access for this account only, byte by byte
 * as it comes and never into memory.
 * @throws 413 where the file is longer than `limit`, 400 where the body is no such form; nothing is left behind then.
 */
export async function receiveUpload(
  request: Request,
  { folder, field, limit }: { folder: string; field: string; limit: number },
): Promise<ReceivedUpload> {
  let file: ReceivedUpload["file"] = null;
  const path = join(folder, `${randomUUID()}.arriving`);
  try {
    const form = await parseMultipart(request, async ({ name, filename, data }) => {
      if (filename === undefined) return readField(data);
      const counted = counter(limit);
      const keep = name === field && file === null && filename !== "";
      if (!keep) {
        for await (const _chunk of counted.read(data)) {
          // A part that nobody asked for is passed over.
        }
        return null;
      }
      await pipeline(Readable.from(counted.read(data)), createWriteStream(path, { mode: 0o600, flags: "wx" }));
      file = { path, name: filename.slice(-200), ...counted.result() };
      return null;
    });
    const fields = Object.fromEntries(
      [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
    return { fields, file };
  } catch (error) {
    rmSync(path, { force: true });
    if (error instanceof TooLarge) throw new Response(uploadTooLarge(limit), { status: 413 });
    throw new Response("Không đọc được biểu mẫu gửi lên; xin tải lại trang và gửi lại.", { status: 400 });
  }
}

export function uploadTooLarge(limit: number): string {
  return `Tệp lớn hơn ${Math.floor(limit / 1024 / 1024)} MB nên không nhận. Chia thành nhiều tệp nhỏ hơn, hoặc lưu dạng .xlsx cho gọn.`;
}

async function readField(data: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of data) {
    length += chunk.length;
    if (length > LONGEST_FIELD) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function counter(limit: number) {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    async *read(data: AsyncIterable<Uint8Array>) {
      for await (const chunk of data) {
        bytes += chunk.length;
        if (bytes > limit) throw new TooLarge();
        hash.update(chunk);
        yield chunk;
      }
    },
    result: () => ({ bytes, checksum: hash.digest("hex") }),
  };
}
