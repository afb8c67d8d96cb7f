import { connect } from "node:net";

export interface RawAnswer {
  status: number;
  body: string;
}

/** Sends bytes as they are, which no HTTP client would, and reads the answer to its end. */
export function sendRaw(port: number, bytes: Buffer): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    const chunks: Buffer[] = [];
    const finish = () => {
      const text = Buffer.concat(chunks).toString("latin1");
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
      resolve({ status, body: Buffer.from(text.slice(text.indexOf("\r\n\r\n") + 4), "latin1").toString() });
    };
    socket.setTimeout(10_000, () => socket.destroy(new Error("no answer within ten seconds")));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("end", () => socket.end());
    // A server that refuses a long body may close before all of it was read; what it answered counts.
    socket.on("error", (error) => (chunks.length > 0 ? finish() : reject(error)));
    socket.on("close", finish);
    socket.write(bytes);
  });
}

/** A request as bytes, with its length told unless the headers tell one. */
export function rawRequest(
  method: string,
  target: string,
  headers: readonly (readonly [string, string])[],
  body: Buffer = Buffer.alloc(0),
): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const length = body.length > 0 ? `Content-Length: ${body.length}\r\n` : "";
  const head = `${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${lines}${length}\r\n`;
  return Buffer.concat([Buffer.from(head, "latin1"), body]);
}
