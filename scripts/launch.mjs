/**
 * Starts everything on a machine that has nothing but Node: installs and builds where needed, then serves, tests or
 * measures. Plain JavaScript, since it runs before anything is installed.
 *
 *   node scripts/launch.mjs demo | start | dev | build | test [--long] | bench [public|numbers [--quick]|reports [--quick]|posters|import|quality]
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "./launch/build.mjs";
import { runChecks } from "./launch/checks.mjs";
import { ensureInstalled } from "./launch/install.mjs";
import { whileLocked } from "./launch/lock.mjs";
import { nodeVersionProblem } from "./launch/node-version.mjs";
import { LaunchError, progress, run } from "./launch/run.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const modes = {
  demo: () => launch("scripts/serve.ts", ["--demo"]),
  start: () => launch("scripts/serve.ts", []),
  dev: () => launch("scripts/serve.ts", ["--dev"], { env: "development", built: false }),
  build: () => prepare({ built: true }),
  bench: (args) => launch("scripts/bench.ts", args),
  test: (args) => test(args),
};

async function prepare({ built }) {
  await whileLocked(root, async () => {
    await ensureInstalled(root);
    if (built) await ensureBuilt(root);
  });
  return 0;
}

async function launch(script, args, { env = "production", built = true } = {}) {
  await prepare({ built });
  progress("khởi động (starting)");
  return run(process.execPath, ["--import", "tsx", script, ...args], { cwd: root, env: { NODE_ENV: env } });
}

async function test(args) {
  const { passed, failed } = await runChecks(root, { long: args.includes("--long") });
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

async function main([mode = "", ...args]) {
  const problem = nodeVersionProblem(process.version);
  if (problem) throw new LaunchError(problem);
  if (!Object.hasOwn(modes, mode)) throw new LaunchError(`node scripts/launch.mjs ${Object.keys(modes).join(" | ")}`);
  return modes[mode](args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof LaunchError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
