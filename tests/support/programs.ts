import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import jsQR from "jsqr";
import { PNG } from "pngjs";

/**
 * Outside readers of our files: LibreOffice and Poppler, and a decoder of QR codes. Every call has its own folder and its
 * own LibreOffice profile, so that parallel runs do not meet.
 */
const run = promisify(execFile);

/** Converts a file with LibreOffice; returns every file it made, by name. */
export async function convertWithOffice(file: Buffer, extension: string, to: string): Promise<Map<string, Buffer>> {
  return inFolder(async (folder) => {
    const out = join(folder, "out");
    writeFileSync(join(folder, `file.${extension}`), file);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    await run("soffice", [
      profile,
      "--headless",
      "--convert-to",
      to,
      "--outdir",
      out,
      join(folder, `file.${extension}`),
    ]);
    return new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name))]));
  });
}

/** Text of a PDF in reading order, one string a page. */
export async function pdfPages(pdf: Buffer): Promise<string[]> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, "file.pdf"), pdf);
    const { stdout } = await run("pdftotext", ["-layout", join(folder, "file.pdf"), "-"], { maxBuffer: 64e6 });
    return stdout.split("\f").slice(0, -1);
  });
}

/** The pages of a PDF as PNG files. */
export async function pdfImages(pdf: Buffer, dotsPerInch: number): Promise<Buffer[]> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, "file.pdf"), pdf);
    await run("pdftoppm", ["-r", String(dotsPerInch), "-png", join(folder, "file.pdf"), join(folder, "page")]);
    const names = readdirSync(folder).filter((name) => name.endsWith(".png"));
    return names.sort().map((name) => readFileSync(join(folder, name)));
  });
}

/** What the QR code in a PNG file holds, or null where none can be read. */
export function decodeQr(png: Buffer): string | null {
  const { data, width, height } = PNG.sync.read(png);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null;
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "hailong-documents-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
