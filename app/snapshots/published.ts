import { dayOf } from "~/i18n/dates";
import type { Language } from "~/i18n/numbers";
import type { MeasureRow } from "~/indices/result";
import type { Publication } from "./publication";
import type { SnapshotDocument } from "./snapshot";

/** The head of every public page of a survey. */
export interface PublishedHead {
  surveyId: number;
  title: string;
  simulated: boolean;
  ownerName: string;
  opensOn: string;
  closesOn: string;
  /** Days in TIME_ZONE. */
  publishedOn: string;
  takenOn: string;
  note: string;
  /** Why the figures were changed since the snapshot before; null on the first. */
  correction: string | null;
  /** Of the snapshot. */
  number: number;
  hash: string;
}

/** What is left of results that were taken back. */
export interface WithdrawnHead {
  surveyId: number;
  title: string;
  simulated: boolean;
  /** Day in TIME_ZONE. */
  withdrawnOn: string;
  note: string;
}

/** Published results: nothing but a snapshot, which is masked. */
export interface PublishedSurvey {
  head: PublishedHead;
  versionId: number;
  document: SnapshotDocument;
  /** Its rows by unit, `*` for all together. */
  rows: ReadonlyMap<string, MeasureRow[]>;
}

export function publishedHead(
  { surveyId, publishedAt, note, number, hash }: Publication & { hash: string },
  { results, takenOn, reason, timeZone }: SnapshotDocument,
): PublishedHead {
  const { title, simulated, owner, opensOn, closesOn } = results.survey;
  return {
    ...{ surveyId, title, simulated, ownerName: owner.name, opensOn, closesOn, note, number, hash, takenOn },
    publishedOn: dayOf(new Date(publishedAt), timeZone),
    correction: reason,
  };
}

interface ResultsAddress {
  surveyId?: number;
  /** Key of a unit, `method`, or the name of a file. */
  page?: string;
  language: Language;
  query?: Readonly<Record<string, string | number | null>>;
}

/** Path of a public page of results. */
export function resultsPath({ surveyId, page, language, query = {} }: ResultsAddress): string {
  const parts = ["", "results", surveyId, page].filter((part) => part !== undefined);
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== "") asked.set(name, String(value));
  }
  if (language === "en") asked.set("lang", "en");
  const path = parts.map((part) => encodeURIComponent(part)).join("/");
  return asked.size > 0 ? `${path}?${asked}` : path;
}
