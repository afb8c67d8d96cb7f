/** What a route says about its page (`export const handle`). */
export interface RouteHandle {
  /** `false`: the page is plain HTML, and the document carries no script at all. */
  hydrate?: boolean;
  /** Which stylesheet: the citizens' small one or the officers'. A page without scripts is public unless it says so. */
  area?: "public" | "office";
  /** A small script of app/form-script, on a page that is plain HTML. */
  script?: "form" | "kiosk";
}

export interface DocumentKind {
  hydrate: boolean;
  area: "public" | "office";
  script: "form" | "kiosk" | null;
}

/**
 * How the document of the matched routes is made; the innermost route that says something decides. Where no route
 * matches, the page is a public error page.
 */
export function documentKind(handles: readonly unknown[]): DocumentKind {
  const kind: RouteHandle = {};
  for (const handle of handles) if (handle && typeof handle === "object") Object.assign(kind, handle);
  const matched = handles.length > 1;
  const hydrate = matched && kind.hydrate !== false;
  return { hydrate, area: kind.area ?? (hydrate ? "office" : "public"), script: kind.script ?? null };
}
