import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parentPort, workerData } from "node:worker_threads";
import { streamPosters } from "./poster.server";
import type { PosterNews, PosterWork } from "./poster-jobs.server";
import type { SlipWork } from "./slip-thread.server";
import { streamSlips } from "./slips.server";

/** Pages between two tellings of how many there are. */
const TELL_EVERY = 25;

const work = workerData as PosterWork | SlipWork;
if ("slips" in work) await drawSlips(work);
else await drawPosters(work);

/** Into the standard output: whoever began the thread hands it on. */
function drawSlips({ batch, slips, day }: SlipWork): Promise<void> {
  return pipeline(streamSlips(batch, slips, day), process.stdout);
}

async function drawPosters({ posters, layout, day, file }: PosterWork): Promise<void> {
  const tell = (news: PosterNews) => parentPort?.postMessage(news);
  const onPage = (pages: number) => {
    if (pages % TELL_EVERY === 0 || pages === posters.length) tell({ pages });
  };
  await pipeline(streamPosters(posters, { layout, day, onPage }), createWriteStream(file));
  tell({ done: true });
}
