import { keepForm } from "./outbox";
import { ANSWER_MS, sendKept, withField } from "./send-kept";

/*
 * Stands between the citizens' pages and the network: a page that was open once opens again without a network, and a form
 * that cannot be sent is kept on the device and sent when it can be. Pages come from the network wherever there is one.
 */

/** The parts of the service worker's world used here; TypeScript's own library of it does not go with that of pages. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface ServiceWorkerScope {
  skipWaiting(): Promise<void>;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(): Promise<readonly { postMessage(message: unknown): void }[]>;
  };
  readonly registration: { readonly sync?: { register(tag: string): Promise<void> } };
  addEventListener(type: "install" | "activate" | "sync", act: (event: WorkerEvent) => void): void;
  addEventListener(type: "fetch", act: (event: FetchEvent) => void): void;
  addEventListener(type: "message", act: (event: WorkerEvent & { readonly data: unknown }) => void): void;
}
const worker = self as unknown as ServiceWorkerScope;

const PAGES = "hailong-pages-1";

/** How long a page may keep the network busy before the copy on the device is shown. */
const PAGE_MS = 6_000;

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("sync", (event) => event.waitUntil(sendAndTell()));

worker.addEventListener("message", (event) => {
  const message = event.data as { keep?: string[]; send?: true };
  if (message.keep) event.waitUntil(keepPages(message.keep));
  if (message.send) event.waitUntil(sendAndTell());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.mode === "navigate" && /^\/[ki]\//.test(pathname)) {
    // Back to the answer of a form sent before: the browser has it, and nothing is sent.
    const isReturn = request.cache === "only-if-cached" || request.cache === "force-cache";
    if (request.method === "POST" && !isReturn) event.respondWith(sendForm(request, event));
    if (request.method === "GET") event.respondWith(openPage(request, event));
  } else if (request.method === "GET" && pathname.startsWith("/assets/")) {
    event.respondWith(openAsset(request));
  }
});

/** The page from the network, or the copy on this device where the network is gone or too slow. */
async function openPage(request: Request, event: WorkerEvent): Promise<Response> {
  const kept = await findPage(request.url);
  try {
    const response = await fetch(request, kept ? { signal: AbortSignal.timeout(PAGE_MS) } : {});
    if (kept && response.status >= 500) return kept;
    event.waitUntil(refresh(request.url, response.clone()));
    event.waitUntil(sendAndTell());
    return response;
  } catch (problem) {
    if (kept) return kept;
    throw problem;
  }
}

/** A page that is no form any more (closed, withdrawn) must not come back from the device. */
async function refresh(address: string, response: Response): Promise<void> {
  const cache = await caches.open(PAGES);
  if (response.status === 200 && isKeptPage(address)) await cache.put(address, response);
  else if (response.status >= 400 && response.status < 500) await cache.delete(address);
}

function isKeptPage(address: string): boolean {
  return /^\/(?:k\/[^/]+(?:\/saved|\/kiosk|\/interview)?|i\/[^/]+(?:\/saved)?)$/.test(new URL(address).pathname);
}

/** The very page, else the same page for whatever survey was opened before, in the same language if there is one. */
async function findPage(address: string): Promise<Response | undefined> {
  const cache = await caches.open(PAGES);
  const languageOf = (url: string) => new URL(url).searchParams.get("lang") ?? "vi";
  const similar = await cache.keys(address, { ignoreSearch: true });
  const sameLanguage = similar.find(({ url }) => languageOf(url) === languageOf(address));
  return (await cache.match(address)) ?? (await cache.match(sameLanguage ?? similar[0] ?? address));
}

async function openAsset(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  return kept ?? fetch(request);
}

/** Keeps pages and what they are made of, the first time this device meets them. */
async function keepPages(addresses: string[]): Promise<void> {
  const cache = await caches.open(PAGES);
  await Promise.all(
    addresses.map(async (address) => {
      if (address.includes("/assets/") && (await cache.match(address))) return;
      const response = await fetch(address);
      if (response.status === 200 && response.type === "basic") await cache.put(address, response);
    }),
  );
}

/** Sends a form as the browser would; where no answer comes, keeps it on the device and says so. */
async function sendForm(request: Request, event: WorkerEvent): Promise<Response> {
  const body = await request.clone().text();
  const finishedAt = new Date().toISOString();
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(ANSWER_MS) });
    if (response.status >= 500) return (await keepInstead(request.url, body, finishedAt)) ?? response;
    event.waitUntil(sendAndTell());
    return response;
  } catch (problem) {
    const instead = await keepInstead(request.url, body, finishedAt);
    if (instead) return instead;
    throw problem;
  }
}

/** Keeps a form and leads to the page that says so. Null for what is no sending: asking for the other language. */
async function keepInstead(address: string, body: string, finishedAt: string): Promise<Response | null> {
  const fields = new URLSearchParams(body);
  if (fields.get("intent") === "show") return null;
  const { pathname, search } = new URL(address);
  await keepForm({ address: pathname + search, body: withField(body, "finished_at", finishedAt) });
  await worker.registration.sync?.register("outbox").catch(() => undefined);
  const query = new URLSearchParams({ survey: fields.get("survey") ?? "", lang: fields.get("lang") ?? "vi" });
  const page = /\/(?:kiosk|interview)$/.test(pathname) ? `${pathname}?saved=1&${query}` : `${pathname}/saved?${query}`;
  return Response.redirect(page, 303);
}

/** Sends what waits and lets every open page show what is left. */
async function sendAndTell(): Promise<void> {
  await sendKept();
  for (const client of await worker.clients.matchAll()) client.postMessage("outbox");
}
