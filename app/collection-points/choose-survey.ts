import type { CollectionState } from "~/surveys/survey";

interface Candidate {
  id: number;
  state: CollectionState;
  opensOn: string;
  closesOn: string;
}

export type Choice<S extends Candidate> =
  | { kind: "open"; survey: S }
  | { kind: "choose"; surveys: S[] }
  /** `day` is when it opens or when it took its last answers; null where the dates do not tell (set by hand). */
  | { kind: "not-yet-open" | "closed"; survey: S; day: string | null }
  | { kind: "paused"; survey: S }
  | { kind: "none" };

/**
 * Which of the surveys at a point a visitor meets: the one asked for by id, else the open one, a choice between several
 * open ones, or the nearest in time of those that take no answers (of two as near, the one still to come; one that is paused is
 * as near as can be).
 * @param today ISO day in TIME_ZONE.
 */
export function chooseSurvey<S extends Candidate>(
  surveys: readonly S[],
  { wantedId, today }: { wantedId: number | null; today: string },
): Choice<S> {
  const wanted = surveys.find((survey) => survey.id === wantedId);
  if (wanted) return choiceOf(wanted, today);
  const open = surveys.filter((survey) => survey.state === "open");
  if (open.length > 1) return { kind: "choose", surveys: open };
  const [first] = open.length === 1 ? open : [...surveys].sort(byDistance(today));
  return first ? choiceOf(first, today) : { kind: "none" };
}

/** First day, after today, on which another survey at a point takes answers; null where none is known. */
export function nextOpening(surveys: readonly Candidate[], today: string): string | null {
  const days = surveys.filter(({ state, opensOn }) => state === "not-yet-open" && opensOn > today);
  return days.map(({ opensOn }) => opensOn).sort()[0] ?? null;
}

function choiceOf<S extends Candidate>(survey: S, today: string): Choice<S> {
  switch (survey.state) {
    case "open":
      return { kind: "open", survey };
    case "not-yet-open":
      return { kind: "not-yet-open", survey, day: survey.opensOn > today ? survey.opensOn : null };
    case "paused":
      return { kind: "paused", survey };
    case "closed":
      return { kind: "closed", survey, day: survey.closesOn < today ? survey.closesOn : null };
  }
}

function byDistance(today: string): (a: Candidate, b: Candidate) => number {
  const distance = ({ state, opensOn, closesOn }: Candidate) =>
    state === "paused" ? 0 : Math.abs(Date.parse(state === "closed" ? closesOn : opensOn) - Date.parse(today));
  const upcomingFirst = ({ state }: Candidate) => (state === "not-yet-open" ? 0 : 1);
  return (a, b) => distance(a) - distance(b) || upcomingFirst(a) - upcomingFirst(b);
}
