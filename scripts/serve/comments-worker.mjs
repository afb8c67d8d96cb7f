/** Program of the thread that reads and searches comments: Node's threads know no TypeScript until they are told. */
import { register } from "tsx/esm/api";
import "./give-way.mjs";

register();
await import("../../app/comments/comments-worker.server.ts");
