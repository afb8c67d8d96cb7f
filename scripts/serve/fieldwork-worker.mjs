/** Program of the thread that looks at fieldwork: Node's threads know no TypeScript until they are told. */
import { register } from "tsx/esm/api";
import "./give-way.mjs";

register();
await import("../../app/comments/fieldwork-worker.server.ts");
