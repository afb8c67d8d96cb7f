import { layoutOf, type PosterLayout } from "./poster-layouts";

/** What an officer asks for: points ticked in the table, or every one. */
export function readPosterOrder(form: FormData): { chosen: ReadonlySet<number> | null; layout: PosterLayout } {
  const ticked = form.getAll("point").map(Number).filter(Number.isSafeInteger);
  return { chosen: form.get("which") === "all" ? null : new Set(ticked), layout: layoutOf(form.get("layout")) };
}
