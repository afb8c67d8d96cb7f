/** Program of the thread that makes units' reports: Node's threads know no TypeScript until they are told. */
import { register } from "tsx/esm/api";
import "./give-way.mjs";

register();
await import("../../app/reports/unit-reports-worker.server.ts");
