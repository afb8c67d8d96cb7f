/** A page of the tablet as it came from the server. */
export interface KioskPage {
  html: string;
  /** Address of the script that goes with it: another after a new release. */
  script: string;
  enrolled: boolean;
  /** Its path: another once the point was given a new code. */
  home: string;
}

/** How long the network may take before the copy on the tablet is used. */
const PAGE_MS = 6_000;

/** A page from the server, or else the copy that the service worker keeps. Null where there is neither. */
export async function fetchPage(address: string): Promise<KioskPage | null> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PAGE_MS) });
    if (answer.status < 500) {
      const page = readPage(await answer.text());
      if (page && !page.enrolled) await forgetCopies(address);
      return page;
    }
  } catch {
    // No network: the copy below.
  }
  const copy = await globalThis.caches?.match(address).catch(() => undefined);
  return copy ? readPage(await copy.text()) : null;
}

/** A tablet that is trusted no more must not show the form again when the network goes. */
async function forgetCopies(address: string): Promise<void> {
  for (const name of (await globalThis.caches?.keys()) ?? []) {
    const cache = await caches.open(name);
    for (const copy of await cache.keys(address, { ignoreSearch: true })) await cache.delete(copy);
  }
}

/** Null for anything that is no page of a tablet. */
export function readPage(html: string): KioskPage | null {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const kiosk = frameOf(parsed);
  if (!kiosk) return null;
  return {
    html,
    script: scriptOf(parsed),
    enrolled: kiosk.dataset.enrolled === "true",
    home: kiosk.dataset.kiosk ?? "",
  };
}

/** Puts a page in the place of the one shown, without leaving it: that would end the full screen. */
export function putPage({ html }: KioskPage): HTMLElement | null {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const next = frameOf(parsed);
  if (!next) return null;
  document.documentElement.lang = parsed.documentElement.lang;
  document.title = parsed.title;
  frameOf(document)?.replaceWith(next);
  scrollTo(0, 0);
  return next;
}

/** The page shown, before anybody touched it. */
export function presentPage(): KioskPage | null {
  return readPage(document.documentElement.outerHTML);
}

function frameOf(page: Document): HTMLElement | null {
  return page.querySelector<HTMLElement>("[data-kiosk]");
}

function scriptOf(page: Document): string {
  return page.querySelector("script[data-worker]")?.getAttribute("src") ?? "";
}
