import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { CODE_ALPHABET, codeFrom } from "~/collection-points/code";
import { createPosterJobs } from "~/collection-points/poster-jobs.server";
import { POSTER_LAYOUTS } from "~/collection-points/poster-layouts";
import type { Row } from "./table";

const POSTERS = 10_000;

/** Seconds for 10,000 posters in one PDF, and how long anything else of the process had to wait meanwhile. */
export async function benchPosters(root: string, folder: string): Promise<Row[]> {
  const program = join(root, "scripts", "serve", "poster-worker.mjs");
  const jobs = createPosterJobs({ folder: join(folder, "posters"), program, now: () => new Date() });
  const rows: Row[] = [];
  for (const layout of POSTER_LAYOUTS) {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const started = performance.now();
    const before = process.cpuUsage();
    const work = { layout, day: "2026-12-05", posters: somePosters() };
    const order = { accountId: 1, surveyId: 1, about: { layout }, total: POSTERS, work };
    const id = jobs.start(order)?.id ?? "";
    delay.enable();
    let state = jobs.find(1, id)?.state;
    while (state === "running" || state === "waiting") {
      await sleep(50);
      state = jobs.find(1, id)?.state;
    }
    if (state !== "done") throw new Error(`${POSTERS} posters were not drawn: ${state}`);
    const seconds = (performance.now() - started) / 1000;
    const used = process.cpuUsage(before);
    const processor = ((used.user + used.system) / 1e6).toFixed(1);
    const longest = Math.round(delay.percentile(99) / 1e6);
    rows.push({
      what: `${POSTERS} posters in one PDF, ${layout}`,
      figure: `${seconds.toFixed(1)} s`,
      note: `${processor} s of processor; the server waits ≤ ${longest} ms meanwhile (99 of 100)`,
    });
  }
  return rows;
}

function somePosters() {
  return Array.from({ length: POSTERS }, (_, index) => {
    const base = CODE_ALPHABET.length;
    const code = codeFrom(Array.from({ length: 7 }, (_, place) => Math.floor((index * 7919) / base ** place) % base));
    return {
      province: "Tỉnh Thanh Hóa",
      unitName: `Trường Trung học cơ sở số ${index + 1}, xã Hạc Thành`,
      pointLabel: `Quầy tiếp đón số ${index + 1}`,
      code,
      address: `https://hailong.thanhhoa.gov.vn/k/${code}`,
      simulated: false,
    };
  });
}
