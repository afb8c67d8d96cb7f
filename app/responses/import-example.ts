/** The row that shows how a file is filled in; taken as it stands where it is sent back. */
export interface ExampleRow {
  responseId: string;
  unitCode: string;
  /** Without an offset: Viet Nam's time. */
  submittedAt: string;
}

const EXAMPLE_ID = "VIDU-";

/** Whether a row is the example of a template, which is rarely meant as an answer. */
export function isExampleId(responseId: string): boolean {
  return responseId.startsWith(EXAMPLE_ID);
}

/** Days (ISO) to look for a unit of the survey on, the best first: within its dates and never after today. */
export function exampleDays({ opensOn, closesOn, today }: { opensOn: string; closesOn: string; today: string }) {
  const last = today < closesOn ? today : closesOn;
  return last > opensOn ? [last, opensOn] : [opensOn];
}

/**
 * An example row that a file of the survey may hold on `today`: its unit is one whose code is no other's on `day`, its time
 * within the survey and past, its id that of no other survey, so that it is taken however often it comes.
 */
export function exampleRow({
  surveyId,
  units,
  day,
  today,
}: {
  surveyId: number;
  /** Units of the survey as they stand on `day`. */
  units: readonly { code: string }[];
  day: string;
  today: string;
}): ExampleRow {
  const alone = units.find(({ code }) => units.filter((other) => other.code === code).length === 1);
  // Written with a time: spreadsheet programs rewrite a day that stands alone in their own way.
  const submittedAt = `${day}T${day < today ? "08:30" : "00:00"}`;
  return { responseId: `${EXAMPLE_ID}${surveyId}-${day}`, unitCode: alone?.code ?? "", submittedAt };
}
