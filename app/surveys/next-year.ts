/** The same day so many years later; 29 February becomes 28 where there is none. */
export function yearsLater(day: string, years: number): string {
  const [year = "", month, date] = day.split("-");
  const later = String(Number(year) + years).padStart(4, "0");
  const leap = new Date(Date.UTC(Number(later), 1, 29)).getUTCMonth() === 1;
  return month === "02" && date === "29" && !leap ? `${later}-02-28` : `${later}-${month}-${date}`;
}

/** As long as a title may be. */
export const TITLE_LENGTH = 200;

/** A name with the year behind it, which must be read whole: a name too long for both loses its last words. */
export function titleOfYear(name: string, year: string): string {
  const tail = ` năm ${year}`;
  if (name.length + tail.length <= TITLE_LENGTH) return name + tail;
  const kept = name.slice(0, TITLE_LENGTH - tail.length - 1).replace(/\s+\S*$/, "");
  return `${kept}…${tail}`;
}

/** Rows of a plan's schedule with their days moved by so many years; a row without a day keeps none. */
export function scheduleLater<Row extends { from: string; to: string }>(rows: readonly Row[], years: number): Row[] {
  const later = (day: string) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? yearsLater(day, years) : day);
  return rows.map((row) => ({ ...row, from: later(row.from), to: later(row.to) }));
}

/**
 * Window and title of the next survey of a yearly kind: moved by a year, or by as many as it takes to end today or later;
 * years in the title move along, and one without a year gets it.
 */
export function nextYearOf(
  survey: { title: string; opensOn: string; closesOn: string },
  today: string,
): { title: string; opensOn: string; closesOn: string } {
  let years = 1;
  while (yearsLater(survey.closesOn, years) < today) years++;
  const [opensOn, closesOn] = [yearsLater(survey.opensOn, years), yearsLater(survey.closesOn, years)];
  const told = new Set([survey.opensOn.slice(0, 4), survey.closesOn.slice(0, 4)]);
  const moved = survey.title.replace(/(?<!\d)\d{4}(?!\d)/g, (year) =>
    told.has(year) ? String(Number(year) + years) : year,
  );
  const title = moved === survey.title ? titleOfYear(survey.title, closesOn.slice(0, 4)) : moved;
  return { title, opensOn, closesOn };
}
