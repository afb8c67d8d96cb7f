import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
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

/** What PSPP reads in a system file (SAV): its cases as texts by variable, and what it says of the variables. */
export async function readSystemFile(file: Buffer): Promise<{ rows: Record<string, string>[]; dictionary: string }> {
  return inFolder(async (folder) => {
    const [sav, csv] = [join(folder, "file.sav"), join(folder, "file.csv")];
    writeFileSync(sav, file);
    writeFileSync(
      join(folder, "read.sps"),
      `GET FILE='${sav}'.\nDISPLAY DICTIONARY.\nSAVE TRANSLATE /OUTFILE='${csv}' /TYPE=CSV /FIELDNAMES /CELLS=VALUES /REPLACE.\n`,
    );
    const { stdout } = await run("pspp", ["-O", "format=csv", join(folder, "read.sps")], { maxBuffer: 64e6 });
    const rows = parse(readFileSync(csv), { bom: true, columns: true }) as Record<string, string>[];
    return { rows, dictionary: stdout };
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

/** A picture as a decoder of QR codes takes it: four bytes a pixel. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** Pages `from` to `to` of a PDF (from 1) as grey pictures. */
export async function pdfPictures(pdf: Buffer, dotsPerInch: number, from: number, to: number): Promise<Picture[]> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, "file.pdf"), pdf);
    const range = ["-f", String(from), "-l", String(to)];
    await run("pdftoppm", [
      "-r",
      String(dotsPerInch),
      "-gray",
      ...range,
      join(folder, "file.pdf"),
      join(folder, "page"),
    ]);
    const names = readdirSync(folder).filter((name) => name.endsWith(".pgm"));
    return names.sort().map((name) => readGreymap(readFileSync(join(folder, name))));
  });
}

/** A raw PGM file: "P5", width, height, 255, then a byte a pixel. */
function readGreymap(file: Buffer): Picture {
  const header = /^P5\s(\d+)\s(\d+)\s255\s/.exec(file.toString("latin1", 0, 40));
  if (!header) throw new Error("not a PGM file");
  const [width, height] = [Number(header[1]), Number(header[2])];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const start = header[0].length;
  for (let pixel = 0; pixel < width * height; pixel++) data.fill(file[start + pixel] ?? 255, pixel * 4, pixel * 4 + 3);
  return { width, height, data };
}

/** A picture made smaller, every pixel the mean of those it stands for. */
export function shrink({ width, height, data }: Picture, share: number): Picture {
  const small = { width: Math.floor(width * share), height: Math.floor(height * share) };
  const pixels = new Uint8ClampedArray(small.width * small.height * 4).fill(255);
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      let [sum, count] = [0, 0];
      for (let row = Math.floor(y / share); row < Math.floor((y + 1) / share); row++) {
        for (let column = Math.floor(x / share); column < Math.floor((x + 1) / share); column++) {
          sum += data[(row * width + column) * 4] ?? 255;
          count += 1;
        }
      }
      pixels.fill(sum / count, (y * small.width + x) * 4, (y * small.width + x) * 4 + 3);
    }
  }
  return { ...small, data: pixels };
}

/** Rows of a picture. */
export function rows({ width, data }: Picture, from: number, to: number): Picture {
  return { width, height: to - from, data: data.slice(from * width * 4, to * width * 4) };
}

/** Columns of a picture. */
export function columns({ width, height, data }: Picture, from: number, to: number): Picture {
  const wanted = to - from;
  const kept = new Uint8ClampedArray(wanted * height * 4);
  for (let row = 0; row < height; row++) {
    const start = (row * width + from) * 4;
    kept.set(data.subarray(start, start + wanted * 4), row * wanted * 4);
  }
  return { width: wanted, height, data: kept };
}

export function decodePicture({ data, width, height }: Picture): string | null {
  return jsQR(data, width, height, { inversionAttempts: "dontInvert" })?.data ?? null;
}

/** What the QR code in a PNG file holds, or null where none can be read. */
export function decodeQr(png: Buffer): string | null {
  const { data, width, height } = PNG.sync.read(png);
  return decodePicture({ data: new Uint8ClampedArray(data), width, height });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "hailong-documents-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
