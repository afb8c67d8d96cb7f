import type { CommentsPage } from "./comments-page";
import type { Keyword } from "./keywords";
import type { WrittenQuestion } from "./written-questions";

/** A unit, or a node above units, whose comments can be read by themselves. */
export interface CommentedUnit {
  key: string;
  name: string;
  /** Name of the nearest body above, to tell namesakes apart; null at the top. */
  place: string | null;
  depth: number;
}

export interface SurveyComments {
  survey: { id: number; title: string };
  /** Whether these are of the whole survey, or only of the units in the viewer's scope. */
  scope: "whole" | "part";
  questions: WrittenQuestion[];
  /** In tree order; those with fewer persons than `least` are not among them. */
  units: CommentedUnit[];
  /** The unit asked for, or null for all together. */
  unit: CommentedUnit | null;
  /** Fewest persons whose comments are shown together. */
  least: number;
  /** `few`: some wrote, but fewer than `least`. */
  state: "no-questions" | "nobody" | "few" | "released";
  found: CommentsPage;
  /** What many of the released comments speak of, whatever is searched. */
  keywords: Keyword[];
}
