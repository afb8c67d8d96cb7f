import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import jsQR from "jsqr";
import { PNG } from "pngjs";

const run = promisify(execFile);

/**
 * A document as LibreOffice reads it and writes it again, so that a second program vouches for the file.
 * @param to LibreOffice's name of the wanted format, such as `pdf`, `txt:Text (encoded):UTF8` or a CSV filter.
 * @returns every file that came out, by name.
 */
export async function convertWithLibreOffice(
  bytes: Uint8Array,
  { extension, to }: { extension: string; to: string },
): Promise<Map<string, Buffer>> {
  return inTemporaryFolder(async (folder) => {
    const source = join(folder, `document.${extension}`);
    await writeFile(source, bytes);
    const out = join(folder, "out");
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    await run("soffice", [profile, "--headless", "--convert-to", to, "--outdir", out, source], { timeout: 120_000 });
    return readFolder(out);
  });
}

/** The pages of a PDF as PNG pictures, in order. */
export async function renderPdf(pdf: Uint8Array, dotsPerInch = 150): Promise<Buffer[]> {
  return inTemporaryFolder(async (folder) => {
    await writeFile(join(folder, "document.pdf"), pdf);
    await run("pdftoppm", ["-png", "-r", String(dotsPerInch), join(folder, "document.pdf"), join(folder, "page")]);
    const files = await readFolder(folder);
    return [...files].filter(([name]) => name.endsWith(".png")).map(([, picture]) => picture);
  });
}

/** What the QR code in a PNG picture holds, or null where none can be read. */
export function decodeQr(picture: Uint8Array): string | null {
  const { data, width, height } = PNG.sync.read(Buffer.from(picture));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null;
}

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "hailong-document-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readFolder(folder: string): Promise<Map<string, Buffer>> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  const files = await Promise.all(
    names.sort().map(async (name): Promise<[string, Buffer]> => [name, await readFile(join(folder, name))]),
  );
  return new Map(files);
}
