import type { DraftProblem } from "./draft-checks";
import type { DraftItem } from "./draft-document";
import type { VariantCounts } from "./item-identity";
import type { FormDifference, ItemDifference } from "./version-difference";

/** An item as a comparison names it. */
export interface ReviewedItem {
  name: string;
  text: string;
  type: DraftItem["type"];
}

/** All that is to be seen before a draft is published. */
export interface DraftReview {
  draft: {
    id: number;
    title: string;
    revision: number;
    variantName: string | null;
    /** The version that it was made from. */
    base: { title: string; version: number } | null;
  };
  problems: DraftProblem[];
  publishable: boolean;
  /** Whether any of it is in English. */
  english: boolean;
  /** Null: there is nothing to compare with. */
  differences: { form: FormDifference[]; items: ItemDifference[] } | null;
  /** Items of the version before and of the draft, by code; `name` as in "3 (B2)". */
  before: Record<string, ReviewedItem>;
  after: Record<string, ReviewedItem>;
  /** The official form that it is a variant of, and how far it went from it. */
  official: { title: string; counts: VariantCounts } | null;
}
