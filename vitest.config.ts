import { defineConfig } from "vitest/config";

/** `--mode long` runs the long tests, and only those. */
export default defineConfig(({ mode }) => ({
  resolve: {
    alias: { "~db": new URL("./db", import.meta.url).pathname, "~": new URL("./app", import.meta.url).pathname },
  },
  test: {
    pool: "forks",
    maxWorkers: 2,
    testTimeout: mode === "long" ? 600_000 : 120_000,
    hookTimeout: 120_000,
    include: mode === "long" ? ["tests/long/**/*.test.ts"] : ["tests/**/*.test.{ts,tsx,mjs}"],
    exclude: mode === "long" ? ["node_modules/**"] : ["tests/long/**", "node_modules/**"],
    globalSetup: ["tests/support/global-setup.ts"],
    setupFiles: ["tests/support/console-errors.ts"],
    // The built site is tested as it is served, not as the test runner would compile it.
    server: { deps: { external: [/\/build\/server\//] } },
  },
}));
