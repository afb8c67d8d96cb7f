/** Program of the thread that judges responses: Node's threads know no TypeScript until they are told. */
import { register } from "tsx/esm/api";
import "./give-way.mjs";

register();
await import("../../app/indices/quality-worker.server.ts");
