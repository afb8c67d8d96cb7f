import { runProgram, sendSteadily, startServer } from "./load";
import type { BenchSurvey } from "./prepare";
import type { Row } from "./table";

const PACE = { perSecond: 50, seconds: 15 };

/** The public form, asked for at an even pace while `npm run recount` counts every response again and again. */
export async function benchForm(survey: BenchSurvey): Promise<Row> {
  const settings = { DATABASE_URL: `file:${survey.file}` };
  const server = await startServer(["--import", "tsx", "scripts/serve.ts"], {
    ...settings,
    SESSION_SECRET: "a secret for measuring, long enough",
  });
  try {
    const form = { url: `${server.url}/k/${survey.points[0]?.code}?survey=${survey.surveyId}`, status: 200 };
    await sendSteadily(form, { perSecond: PACE.perSecond, seconds: 5 });
    const alone = await sendSteadily(form, PACE);
    let counting = true;
    const recounts = (async () => {
      let runs = 0;
      while (counting) {
        const code = await runProgram(
          ["--import", "./scripts/serve/give-way.mjs", "--import", "tsx", "scripts/recount.ts"],
          settings,
        );
        if (code !== 0) throw new Error("the tallies are not the recount");
        runs++;
      }
      return runs;
    })();
    const during = await sendSteadily(form, PACE);
    counting = false;
    const runs = await recounts;
    const { p99 } = during.latency;
    return {
      what: "public form during a recount, p99",
      figure: `${p99} ms`,
      target: { text: "< 50 ms", met: p99 < 50 },
      note: `${alone.latency.p99} ms without; ${PACE.perSecond} a second, ${runs} recounts`,
    };
  } finally {
    await server.stop();
  }
}
