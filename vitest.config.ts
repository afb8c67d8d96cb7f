import { defineConfig } from "vitest/config";

const alias = {
  "~db": new URL("./db", import.meta.url).pathname,
  "~": new URL("./app", import.meta.url).pathname,
};

export default defineConfig({
  resolve: { alias },
  test: {
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/long/**", "node_modules/**"],
  },
});
