import type { Server } from "node:http";

/** How long answers under way may take once the server is told to stop. */
const PATIENCE_MS = 30_000;

/** Ctrl+C in a terminal reaches the server from the terminal, from npm and from the launcher at once: that is one wish. */
const ONE_WISH_MS = 1000;

/**
 * On SIGTERM or SIGINT: takes no new connection, lets answers under way finish, calls `close`, exits 0. A second signal,
 * more than a second later, does not wait.
 */
export function stopInOrder(server: Server, close: () => void): void {
  let firstAt: number | null = null;
  const stop = () => {
    const now = performance.now();
    if (firstAt === null) {
      firstAt = now;
      drain(server, () => {
        close();
        process.exit(0);
      });
    } else if (now - firstAt > ONE_WISH_MS) {
      process.exit(1);
    }
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, stop);
}

function drain(server: Server, done: () => void): void {
  // A connection that is kept alive turns idle only after its answer, so idle ones are closed again and again.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const finish = () => {
    clearInterval(sweep);
    done();
  };
  // A connection that has left HTTP, as a developer's live one, never ends by itself.
  setTimeout(finish, PATIENCE_MS).unref();
  server.close(finish);
}
