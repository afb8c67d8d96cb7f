import { ALL_UNITS } from "./measure-groups";
import { MeasureIndex, type SurveyResults } from "./survey-results";

/**
 * Whether units pooled anew may be told beside the results of a survey: a group that stands there is told as it is told
 * there; any other only where none of its units is withheld, since whoever takes off the published ones would find it.
 */
export function mayPool(
  { measures }: Pick<SurveyResults, "measures">,
  {
    unit,
    keys,
  }: {
    /** The same group in the results: the key of a unit, null for all together, undefined where it does not stand there. */
    unit: string | null | undefined;
    /** Units that are pooled. */
    keys: readonly string[];
  },
): boolean {
  const index = new MeasureIndex(measures);
  const own = unit === undefined ? undefined : index.find(unit ?? ALL_UNITS, "overall");
  if (own) return own.suppressed === null;
  return !keys.some((key) => index.find(key, "overall")?.suppressed);
}
