import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parentPort, workerData } from "node:worker_threads";
import { streamPosters } from "./poster.server";
import type { PosterNews, PosterWork } from "./poster-jobs.server";

/** Pages between two tellings of how many there are. */
const TELL_EVERY = 25;

const { posters, layout, day, file } = workerData as PosterWork;
const tell = (news: PosterNews) => parentPort?.postMessage(news);
const onPage = (pages: number) => {
  if (pages % TELL_EVERY === 0 || pages === posters.length) tell({ pages });
};
await pipeline(streamPosters(posters, { layout, day, onPage }), createWriteStream(file));
tell({ done: true });
