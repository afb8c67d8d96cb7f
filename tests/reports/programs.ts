import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/**
 * Outside readers of our files: LibreOffice and Poppler, where they are installed. Every call has its own folder and its
 * own LibreOffice profile, so that parallel runs do not meet.
 */
const run = promisify(execFile);

export function isInstalled(program: "soffice" | "pdftoppm" | "pdftotext"): boolean {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

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

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "hailong-documents-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
