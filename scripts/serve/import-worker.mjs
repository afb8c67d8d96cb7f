/** Program of the thread that reads and stores files of responses: Node's threads know no TypeScript until they are told. */
import { register } from "tsx/esm/api";

register();
await import("../../app/responses/import-worker.server.ts");
