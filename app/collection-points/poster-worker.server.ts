import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parentPort, workerData } from "node:worker_threads";
import type { FileNews } from "~/reports/file-jobs.server";
import { streamPosters } from "./poster.server";
import type { PosterWork } from "./poster-jobs.server";
import type { SlipWork } from "./slip-thread.server";
import { streamSlips } from "./slips.server";

/** Pages between two tellings of how many there are. */
const TELL_EVERY = 25;

const work = workerData as (PosterWork & { file: string }) | SlipWork;
if ("slips" in work) await drawSlips(work);
else await drawPosters(work);

/** Into the standard output: whoever began the thread hands it on. */
function drawSlips({ batch, slips, day }: SlipWork): Promise<void> {
  return pipeline(streamSlips(batch, slips, day), process.stdout);
}

async function drawPosters({ posters, layout, day, file }: PosterWork & { file: string }): Promise<void> {
  const tell = (news: FileNews) => parentPort?.postMessage(news);
  const onPage = (pages: number) => {
    if (pages % TELL_EVERY === 0 || pages === posters.length) tell({ made: pages, total: posters.length });
  };
  await pipeline(streamPosters(posters, { layout, day, onPage }), createWriteStream(file));
  tell({ done: true });
}
