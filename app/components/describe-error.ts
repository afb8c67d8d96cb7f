import { isRouteErrorResponse } from "@remix-run/react";

/** What a thrown Response may tell its reader. */
export interface ToldError {
  /** Absent: the title of the status. */
  title?: string | undefined;
  /** A sentence for the reader. */
  detail?: string | undefined;
  /** Page to go on from, and what its link says. */
  back?: { address: string; label: string } | undefined;
}

/** What a page may say of a failure: its status, and what was thrown with a Response, which is meant for the reader. */
export function describeError(error: unknown): ToldError & { status: number } {
  if (!isRouteErrorResponse(error)) return { status: 500 };
  if (isTold(error.data)) return { ...error.data, status: error.status };
  // The router's own words are not for the reader.
  const detail = typeof error.data === "string" && !error.data.startsWith("Error:") ? error.data : "";
  return { status: error.status, detail: detail || undefined };
}

function isTold(data: unknown): data is ToldError {
  return typeof data === "object" && data !== null && "title" in data && typeof data.title === "string";
}
