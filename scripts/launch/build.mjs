import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { LaunchError, progress, runQuietly } from "./run.mjs";

/** Everything that the build is made of. */
const SOURCES = ["app", "db", "public", "vite.config.ts", "tsconfig.json", "package.json", "package-lock.json"];

/** Bytes below which compressing saves no packet. */
const WORTH_COMPRESSING = 500;

/** Builds the site where the build is absent or older than its sources. */
export async function ensureBuilt(root) {
  if (isBuildCurrent(root)) return;
  progress("biên dịch ứng dụng (building)");
  const stamp = sourceStamp(root);
  const remix = join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js");
  const { code, output } = await runQuietly(process.execPath, [remix, "vite:build"], {
    cwd: root,
    env: { NODE_ENV: "production" },
  });
  if (code !== 0) throw new LaunchError(`${output}\nBiên dịch không thành công (the build failed).`);
  compressFiles(join(root, "build", "client"));
  writeFileSync(stampFile(root), stamp);
}

/** Writes `.br` and `.gz` beside every text of some length: compressed once, as small as can be. */
function compressFiles(folder) {
  for (const path of filesUnder(folder).filter((file) => /\.(js|css|svg|json|webmanifest|txt)$/.test(file))) {
    const bytes = readFileSync(path);
    if (bytes.length < WORTH_COMPRESSING) continue;
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    );
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** Whether build/ was made from the sources as they are now. */
export function isBuildCurrent(root) {
  return (
    existsSync(join(root, "build", "server", "index.js")) &&
    existsSync(stampFile(root)) &&
    readFileSync(stampFile(root), "utf8") === sourceStamp(root)
  );
}

function stampFile(root) {
  return join(root, "build", ".stamp");
}

function sourceStamp(root) {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((source) => filesUnder(join(root, source))).sort()) {
    hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
