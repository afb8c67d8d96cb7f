/**
 * What a request is for, told from its path. Few and fixed, so that figures by class stay a handful of series:
 * `citizen` the public pages, `office` whatever needs signing in, `machines` the interface for other systems, which knows
 * keys and no cookies, `operations` health and figures for whoever runs the site.
 */
export type RouteClass = "citizen" | "office" | "machines" | "assets" | "operations";

export function routeClassOf(path: string): RouteClass {
  if (path === "/" || path === "/k" || path.startsWith("/k/") || path.startsWith("/i/")) return "citizen";
  if (path.startsWith("/api/")) return "machines";
  if (path === "/results" || path.startsWith("/results/")) return "citizen";
  if (path === "/health" || path === "/metrics") return "operations";
  if (path.startsWith("/assets/")) return "assets";
  return "office";
}
