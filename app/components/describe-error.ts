import { isRouteErrorResponse } from "@remix-run/react";

/** What a page may say of a failure: its status, and the sentence thrown with a Response, which is meant for the reader. */
export function describeError(error: unknown): { status: number; detail: string | undefined } {
  if (!isRouteErrorResponse(error)) return { status: 500, detail: undefined };
  // The router's own words are not for the reader.
  const detail = typeof error.data === "string" && !error.data.startsWith("Error:") ? error.data : "";
  return { status: error.status, detail: detail || undefined };
}
