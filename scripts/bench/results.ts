import { join } from "node:path";
import { lighthouseRows } from "./lighthouse";
import { startServer } from "./load";
import { benchPage } from "./public";
import type { Row } from "./table";
import { transferRow } from "./transfer";

/** The public pages of results of the demonstration: their size, their marks by Lighthouse, and their rate beside a bare server. */
export async function benchResults(folder: string): Promise<Row[]> {
  const ours = await startServer(["--import", "tsx", "scripts/serve.ts", "--demo"], {
    DATABASE_URL: `file:${join(folder, "demo.db")}`,
    SESSION_SECRET: "a secret for measuring, long enough",
  });
  try {
    const survey = `${ours.url}${await firstLink(`${ours.url}/results`, /href="(\/results\/\d+)"/)}`;
    const unit = `${ours.url}${await firstLink(survey, /href="(\/results\/\d+\/(?!method)[\w-]+)"/)}`;
    const image = await (await fetch(`${unit}/share.png`)).arrayBuffer();
    return [
      await transferRow("published survey, its first 50 units", survey, { kilobytes: 25, requests: 4 }),
      await transferRow("published unit", unit, { kilobytes: 25, requests: 4 }),
      { what: "image of a published unit", figure: `${Math.round(image.byteLength / 1024)} KB`, note: "when shared" },
      ...(await lighthouseRows(unit)),
      ...(await benchPage({ address: survey, what: "page, GET /results/<survey>" }, folder)),
      ...(await benchPage({ address: unit, what: "page, GET /results/<survey>/<unit>" }, folder)),
    ];
  } finally {
    await ours.stop();
  }
}

async function firstLink(address: string, pattern: RegExp): Promise<string> {
  const found = pattern.exec(await (await fetch(address)).text())?.[1];
  if (found === undefined) throw new Error(`${address} leads nowhere`);
  return found;
}
