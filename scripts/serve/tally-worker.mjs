/** Program of the thread that folds responses into tallies: Node's threads know no TypeScript until they are told. */
import { register } from "tsx/esm/api";
import "./give-way.mjs";

register();
const { foldForever } = await import("../../app/indices/tally-worker.server.ts");
await foldForever(() => new Date());
