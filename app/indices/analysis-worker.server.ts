import { loadAnalysis } from "./load-analysis.server";
import { serveWork } from "./serve-work.server";

serveWork(loadAnalysis);
