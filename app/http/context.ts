import type { PosterJobs } from "~/collection-points/poster-jobs.server";
import type { CommentReader } from "~/comments/comment-reader.server";
import type { AnalysisRoom } from "~/indices/analysis-room.server";
import type { QualityReports } from "~/indices/quality-reports.server";
import type { UnitReportsJobs } from "~/reports/unit-report-jobs.server";
import type { ArrivalWatch } from "~/responses/arrival-watch";
import type { ImportJobs } from "~/responses/import-jobs.server";
import type { Database } from "~db/open-database.server";
import type { FormAnswer } from "./receive-form.server";

/** What the server hands to every loader and action: the clock and the database enter here and nowhere else. */
export interface AppContext {
  database: Database;
  now(): Date;
  /** How busy points and devices are; one for the whole site, in memory. */
  arrivals: ArrivalWatch;
  /** Large files of posters that are being drawn. */
  posterJobs: PosterJobs;
  /** Archives of units' reports that are being made. */
  unitReportsJobs: UnitReportsJobs;
  /** Files of responses that are being read or stored. */
  imports: ImportJobs;
  /** What the quality rules find in surveys. */
  quality: QualityReports;
  /** What the records of surveys say to analysts. */
  analysis: AnalysisRoom;
  /** Pages of what people wrote. */
  comments: CommentReader;
  /** Content-Security-Policy nonce of this response. */
  nonce: string;
  requestId: string;
  /** Only ever used as a key of sign-in limits, in memory; never stored. */
  clientAddress: string;
  settings: {
    publicUrl: string;
    /** Nobody has set the public address: `publicUrl` is the one that this machine serves, which no phone may reach. */
    publicUrlMissing: boolean;
    timeZone: string;
    /** Version of the software, which snapshots name. */
    version: string;
    province: string;
    /** Whom a citizen may turn to, or null. */
    contact: string | null;
    /** Where the province publishes results, or null. */
    resultsUrl: string | null;
    minimums: { cell: number; unit: number };
    /** Program of the thread that takes snapshots of many responses; absent: they are taken in this one. */
    snapshotProgram?: string;
    /** Cookies carry `Secure` when the site is served over HTTPS. */
    secureCookies: boolean;
    /** Signs the session cookie. */
    sessionSecret: string;
  };
  /** What became of the form that was sent, where the door in front of the site has read it already. */
  received?: Promise<FormAnswer>;
}

/** The part of it that is the same for every request. */
export type SiteContext = Pick<
  AppContext,
  | "database"
  | "now"
  | "arrivals"
  | "posterJobs"
  | "unitReportsJobs"
  | "imports"
  | "quality"
  | "analysis"
  | "comments"
  | "settings"
>;

declare module "@remix-run/node" {
  interface AppLoadContext extends AppContext {}
}
