import { loadQuality } from "./load-quality.server";
import { serveWork } from "./serve-work.server";

serveWork(loadQuality);
