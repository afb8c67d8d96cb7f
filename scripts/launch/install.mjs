import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LaunchError, progress, run, runQuietly } from "./run.mjs";

/**
 * Installs the packages of package-lock.json where they are not there, differ, or were compiled for another Node.
 * Packages that somebody installed by hand with `npm ci` are recognised and kept.
 */
export async function ensureInstalled(root) {
  const stampFile = join(root, "node_modules", ".hailong-install");
  const stamp = installStamp(root);
  if (readText(stampFile) === stamp) return;
  if (!(await isInstalledByHand(root))) {
    progress("cài đặt thư viện, lần đầu mất vài phút (installing packages)");
    // A production environment would leave out what the build needs.
    const code = await runNpm(root, ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
    if (code !== 0) throw new LaunchError(`npm ci không thành công (npm ci failed with exit code ${code}).`);
  }
  writeFileSync(stampFile, stamp);
}

/** What the installed packages depend on: the lockfile, and the Node and machine that native modules are built for. */
function installStamp(root) {
  const lockfile = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  return `${lockfile} abi-${process.versions.modules} ${process.platform}-${process.arch}\n`;
}

async function isInstalledByHand(root) {
  const installed = readPackages(join(root, "node_modules", ".package-lock.json"));
  const wanted = readPackages(join(root, "package-lock.json"));
  if (!installed || !wanted) return false;
  const complete = Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === "" ||
      installed[path]?.version === version ||
      (installed[path] === undefined && (optional || devOptional)),
  );
  if (!complete) return false;
  const probe = `new (require("better-sqlite3"))(":memory:").close()`;
  return (await runQuietly(process.execPath, ["-e", probe], { cwd: root })).code === 0;
}

function readPackages(file) {
  const text = readText(file);
  return text === null ? null : JSON.parse(text).packages;
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** npm as the one that runs this script, where there is one: the `npm` of the path may be another. */
function runNpm(root, args) {
  const { npm_execpath: npm } = process.env;
  if (npm && /npm-cli\.c?js$/.test(npm)) return run(process.execPath, [npm, ...args], { cwd: root });
  return run(process.platform === "win32" ? "npm.cmd" : "npm", args, { cwd: root });
}
