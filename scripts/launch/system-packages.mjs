import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { LaunchError, progress, runQuietly } from "./run.mjs";

/** Programs and fonts that the checks drive, by the Debian package that brings them. Running the site needs none. */
const NEEDED = [
  { package: "chromium", present: () => hasCommand("chromium") },
  { package: "libreoffice-writer-nogui", present: () => hasOfficeLibrary("libswlo.so") },
  { package: "libreoffice-calc-nogui", present: () => hasOfficeLibrary("libsclo.so") },
  { package: "poppler-utils", present: () => hasCommand("pdftotext") && hasCommand("pdftoppm") },
  { package: "pspp", present: () => hasCommand("pspp") },
  { package: "fonts-liberation", present: () => hasFont("liberation/LiberationSerif-Regular.ttf") },
  { package: "fonts-noto-core", present: () => hasFont("noto/NotoSans-Regular.ttf") },
];

/**
 * Installs the system packages that the checks need and are not there. On anything but a Debian where we are root it
 * asks for them instead: a check is never left out because its tool is missing.
 */
export async function ensureSystemPackages() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(" ")}`;
  if (process.getuid?.() !== 0 || !hasCommand("apt-get")) {
    throw new LaunchError(`Thiếu gói hệ thống cho việc kiểm thử (missing system packages): sudo ${command}`);
  }
  progress(`cài gói hệ thống (installing): ${missing.join(" ")}`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const update = await runQuietly("apt-get", ["update", "-q"], { env });
  const install = await runQuietly("apt-get", command.split(" ").slice(1), { env });
  const still = missingPackages();
  if (install.code !== 0 || still.length > 0) {
    const log = `${update.code === 0 ? "" : update.output}${install.output}`;
    throw new LaunchError(`${log}\nChưa cài được gói hệ thống (could not install): ${still.join(" ") || command}`);
  }
}

function missingPackages() {
  return NEEDED.filter((needed) => !needed.present()).map((needed) => needed.package);
}

function hasCommand(name) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => folder !== "" && existsSync(join(folder, name)));
}

function hasOfficeLibrary(name) {
  return existsSync(join("/usr/lib/libreoffice/program", name));
}

function hasFont(path) {
  return existsSync(join("/usr/share/fonts/truetype", path));
}
