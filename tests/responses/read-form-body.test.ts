import { describe, expect, it } from "vitest";
import { readFormBody } from "~/http/read-form-body";

const FORM = "application/x-www-form-urlencoded";

function post(body: BodyInit | null, contentType: string | null = FORM): Request {
  const headers = new Headers();
  if (contentType !== null) headers.set("Content-Type", contentType);
  const request = new Request("http://localhost/k/x", { method: "POST", body, headers, duplex: "half" } as RequestInit);
  if (contentType === null) request.headers.delete("Content-Type");
  return request;
}

/** A body that arrives in pieces, and what was read of it. */
function streamed(pieces: Iterable<Uint8Array>): { body: ReadableStream<Uint8Array>; read: () => number } {
  const source = pieces[Symbol.iterator]();
  let read = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const { done, value } = source.next();
        if (done) return controller.close();
        read += value.length;
        controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
  return { body, read: () => read };
}

function* repeated(piece: string, times: number): Generator<Uint8Array> {
  for (let count = 0; count < times; count++) yield new TextEncoder().encode(piece);
}

describe("readFormBody", () => {
  it("reads fields as browsers send them", async () => {
    const sent = new URLSearchParams([
      ["A1", "5"],
      ["C2", "1"],
      ["C2", "7"],
      ["H1", "Rất tốt & nhanh = 100% +\n"],
      ["", "x"],
      ["blank", ""],
    ]);
    expect(await readFormBody(post(sent.toString()))).toEqual({ ok: true, fields: [...sent] });
  });

  it("agrees with the URL standard on odd but readable bodies", async () => {
    for (const body of ["", "&&a&b=&=c&d=e=f", "a=%", "a=%4", "a=%zz%41", "a=1&", "%41=+%2B"]) {
      expect(await readFormBody(post(body))).toEqual({ ok: true, fields: [...new URLSearchParams(body)] });
    }
  });

  it("reads letters cut between two pieces of the stream", async () => {
    const bytes = new TextEncoder().encode("H1=Hài lòng");
    const { body } = streamed(Array.from(bytes, (byte) => Uint8Array.of(byte)));
    expect(await readFormBody(post(body))).toEqual({ ok: true, fields: [["H1", "Hài lòng"]] });
  });

  it.each(["%FF", "%C3", "%C3%28", "%ED%A0%80"])("refuses broken UTF-8 in escapes: %s", async (broken) => {
    expect(await readFormBody(post(`H1=${broken}`))).toEqual({ ok: false, reason: "encoding", status: 400 });
    expect(await readFormBody(post(`${broken}=1`))).toEqual({ ok: false, reason: "encoding", status: 400 });
  });

  it("refuses broken UTF-8 in plain bytes", async () => {
    const result = await readFormBody(post(Uint8Array.of(0x41, 0x3d, 0xe1, 0xba)));
    expect(result).toEqual({ ok: false, reason: "encoding", status: 400 });
  });

  it.each([null, "text/plain", "application/json", "multipart/form-data; boundary=x", `${FORM}; charset=windows-1258`])(
    "refuses content type %s",
    async (contentType) => {
      expect(await readFormBody(post("A1=5", contentType))).toMatchObject({ ok: false, status: 415 });
    },
  );

  it.each([`${FORM};charset=UTF-8`, "Application/X-WWW-Form-URLEncoded", `${FORM}; charset="utf-8"`])(
    "takes content type %s",
    async (contentType) => {
      expect(await readFormBody(post("A1=5", contentType))).toMatchObject({ ok: true });
    },
  );

  it("takes exactly as many bytes as allowed", async () => {
    const value = "x".repeat(64 * 1024 - 2);
    expect(await readFormBody(post(`a=${value}`))).toEqual({ ok: true, fields: [["a", value]] });
    expect(await readFormBody(post(`a=${value}x`))).toMatchObject({ ok: false, status: 413 });
  });

  it("keeps what the first bytes hold, the last value cut at a whole letter", async () => {
    const result = await readFormBody(post(`survey=7&H1=${encodeURIComponent("ệ".repeat(10))}`), 30);
    expect(result).toEqual({
      ok: false,
      reason: "too-large",
      status: 413,
      fields: [
        ["survey", "7"],
        ["H1", "ệệ"],
      ],
    });
  });

  it.each([9, 10, 11, 12, 13, 14])("drops a name or escape cut off after %i bytes", async (limit) => {
    const result = await readFormBody(post("survey=7&H1=%E1%BB%87&x=1"), limit);
    if (result.ok || result.reason !== "too-large") throw new Error("was not cut");
    expect(result.fields[0]).toEqual(["survey", "7"]);
    for (const [name, value] of result.fields.slice(1)) expect([name, value]).toEqual(["H1", ""]);
  });

  it("reads on past the limit so that the sender gets an answer, but not for ever", async () => {
    const short = streamed(repeated("a".repeat(1024), 200));
    expect(await readFormBody(post(short.body))).toMatchObject({ ok: false, status: 413 });
    expect(short.read()).toBe(200 * 1024);
    const endless = streamed(repeated("a".repeat(64 * 1024), 10_000));
    expect(await readFormBody(post(endless.body))).toMatchObject({ ok: false, status: 413 });
    expect(endless.read()).toBeLessThan(2 * 1024 * 1024);
  });
});
