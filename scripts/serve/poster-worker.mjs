/** Program of the thread that draws posters: Node's threads know no TypeScript until they are told. */
import { register } from "tsx/esm/api";
import "./give-way.mjs";

register();
await import("../../app/collection-points/poster-worker.server.ts");
