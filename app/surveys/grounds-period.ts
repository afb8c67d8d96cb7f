/** A document among the grounds of a plan that says for which years it holds. */
export interface PastGround {
  /** Its line, without "Căn cứ" and the full stop. */
  document: string;
  from: number;
  to: number;
}

const PERIOD = /giai đoạn\s+(\d{4})\s*[-–—]\s*(\d{4})/iu;

/**
 * The grounds that a survey has outgrown or come too early for: a line that names its period ("giai đoạn 2023 - 2026") is
 * no legal basis of a survey that begins outside of it, and one copied from last year is easily overlooked.
 * @param opensOn ISO day.
 */
export function groundsOutsidePeriod(grounds: string, opensOn: string): PastGround[] {
  const year = Number(opensOn.slice(0, 4));
  return grounds.split("\n").flatMap((line) => {
    const [, first, last] = PERIOD.exec(line) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === undefined || (from <= year && year <= to)) return [];
    const document = line
      .trim()
      .replace(/^căn cứ\s+/iu, "")
      .replace(/[;.,\s]+$/u, "");
    return [{ document, from, to }];
  });
}
