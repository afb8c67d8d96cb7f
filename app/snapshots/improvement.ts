import { maskPersonalData } from "~/comments/mask-personal-data";

/** What people said about a unit, what it answers, and what it has done. */
export interface ImprovementText {
  /** Điều người dân nêu. */
  said: string;
  /** Tiếp thu, giải trình. */
  answer: string;
  /** Kết quả cải thiện; empty while nothing is done yet. */
  done: string;
}

export const IMPROVEMENT_FIELDS = ["said", "answer", "done"] as const;

/** Characters of each of its parts. */
export const IMPROVEMENT_LENGTH = 2000;

/** As the public reads it: numbers and addresses of persons replaced by words that say what stood there. */
export function maskedImprovement({ said, answer, done }: ImprovementText): ImprovementText {
  return { said: maskPersonalData(said), answer: maskPersonalData(answer), done: maskPersonalData(done) };
}

/** Whether publishing it would hide something. */
export function holdsPersonalData(text: ImprovementText): boolean {
  const masked = maskedImprovement(text);
  return IMPROVEMENT_FIELDS.some((field) => masked[field] !== text[field]);
}

/** An entry as the public reads it. */
export interface PublicImprovement extends ImprovementText {
  id: number;
  /** Days in TIME_ZONE; `changedOn` null where it stands as it was published. */
  publishedOn: string;
  changedOn: string | null;
}
