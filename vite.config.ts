import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [
    remix({
      serverModuleFormat: "esm",
      ignoredRouteFiles: ["**/*"],
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  resolve: {
    alias: { "~db": new URL("./db", import.meta.url).pathname, "~": new URL("./app", import.meta.url).pathname },
  },
  // The dev server's scan of client packages reaches into the server's; this one has no build for browsers.
  optimizeDeps: { include: ["chart.js"], exclude: ["@node-rs/argon2"] },
  build: { target: "es2022" },
});
