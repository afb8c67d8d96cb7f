import { createHash } from "node:crypto";
import type { Database } from "~db/open-database.server";
import { findPublishedMasks, keepPublishedMasks } from "~db/repositories/published-masks";
import { masksBefore, readMasks, writeMasks } from "./kept-masks";
import { shapesOf } from "./mask-small-cells";
import type { MeasuredSurvey } from "./measure-survey.server";
import { type ResultMasks, type ResultsToMask, reckonMasks } from "./result-masks";

/** Raised with every change of what is masked or of the rows there are: what was kept by other rules is reckoned anew. */
const MASK_RULES = 1;

/** How often masks are reckoned again where others are published at the same moment. */
const TRIES = 4;

/** Results of a part of a survey, about to be told. */
export interface ResultsToPublish extends ResultsToMask {
  surveyId: number;
  /** Whose part of the survey it is. */
  part: string;
  measured: MeasuredSurvey;
}

/**
 * What the results of a survey withhold: as it was kept where the same sizes were told before; else reckoned with what the
 * last publication withheld, and kept before anybody sees a figure.
 */
export async function publishedMasks(database: Database, results: ResultsToPublish): Promise<ResultMasks> {
  const { surveyId, part, measured } = results;
  if (measured.responses === 0) return reckonMasks(results, null);
  const sign = signOf(results);
  for (let tries = 1; ; tries++) {
    const kept = await findPublishedMasks(database, { surveyId, part });
    if (kept?.sign === sign) return readMasks(kept.masks);
    const masks = reckonMasks(results, kept && masksBefore(kept.masks));
    const written = writeMasks(masks, {
      units: measured.groups.map(({ unit }) => unit),
      shapes: shapesOf({ questionnaire: results.questionnaire, groups: measured.groups }),
    });
    const next = { surveyId, part, batch: kept?.batch ?? 0, sign, masks: written };
    if ((await keepPublishedMasks(database, next)) || tries === TRIES) return masks;
  }
}

function signOf({ questionnaire, measured, sums, minimums }: ResultsToPublish): string {
  const persons = [
    measured.groups.map((group) => [group.unit, group.persons]),
    measured.channels.map(({ channel, group }) => [channel, group.persons]),
  ];
  const hash = createHash("sha256").update(JSON.stringify([MASK_RULES, minimums, sums, persons, questionnaire]));
  return hash.update(measured.sign()).digest("hex");
}
