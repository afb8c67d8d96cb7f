import type { Server } from "node:http";
import { networkInterfaces } from "node:os";
import { StartRefused } from "./start-refused";

/** Time for a whole request, headers and body: a slow phone may need long, nobody needs longer. */
const REQUEST_MS = 120_000;

/**
 * Starts listening and returns the address that this server answers on.
 * @throws StartRefused when the address cannot be had.
 */
export async function listen(server: Server, { host, port }: { host: string; port: number }): Promise<string> {
  server.requestTimeout = REQUEST_MS;
  // Longer than a reverse proxy keeps its own end open, so that it never writes into a connection just closed.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(new StartRefused(listenProblem(error, host, port))));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actualPort = typeof address === "object" && address ? address.port : port;
  const name = reachableName(host);
  return `http://${name.includes(":") ? `[${name}]` : name}:${actualPort}`;
}

function listenProblem(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === "EADDRINUSE")
    return `Cổng ${port} trên ${host} đang có chương trình khác dùng; hãy đặt PORT khác. (Port ${port} is taken: set PORT.)`;
  if (error.code === "EACCES")
    return `Không được phép mở cổng ${port}; hãy đặt PORT từ 1024 trở lên. (Not allowed to open port ${port}.)`;
  return `Không mở được ${host}:${port}: ${error.message}`;
}

/** A server on every interface is reached by one of its names: the first address in the local network, for phones. */
function reachableName(host: string): string {
  if (host !== "0.0.0.0" && host !== "::") return host;
  const addresses = Object.values(networkInterfaces()).flatMap((some) => some ?? []);
  return addresses.find((one) => one.family === "IPv4" && !one.internal)?.address ?? "localhost";
}
