import { sha256 } from "./sha256";

/**
 * Proof of work, in a worker of its own: the smallest number such that SHA-256 of `<id>:<number>` begins with so many zero
 * bits. An id has 36 characters, so that id and number stay in one block of 55 bytes.
 */
addEventListener("message", ({ data: { id, bits } }: MessageEvent<{ id: string; bits: number }>) => {
  for (let number = 0; ; number++) {
    const [first = 0] = sha256(`${id}:${number}`);
    if (Math.clz32(first) >= bits) return postMessage(String(number));
  }
});
