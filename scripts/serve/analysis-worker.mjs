/** Program of the thread that answers analysts from the records: Node's threads know no TypeScript until they are told. */
import { register } from "tsx/esm/api";
import "./give-way.mjs";

register();
await import("../../app/indices/analysis-worker.server.ts");
