import { serveWork } from "~/indices/serve-work.server";
import { loadComments } from "./load-comments.server";

serveWork(loadComments);
