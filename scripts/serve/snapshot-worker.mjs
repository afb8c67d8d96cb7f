/** Program of the thread that takes a snapshot: Node's threads know no TypeScript until they are told. */
import { register } from "tsx/esm/api";
import "./give-way.mjs";

register();
await import("../../app/snapshots/snapshot-worker.server.ts");
