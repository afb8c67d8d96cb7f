/**
 * Registers the service worker and has it keep this page and what it is made of, so that it opens again without a
 * network. Waits until the page is ready: nothing may come before the first question.
 */
export function registerWorker(address: string | undefined, pages: readonly string[]): void {
  const worker = navigator.serviceWorker;
  // Absent on addresses without HTTPS.
  if (!worker || !address) return;
  const register = async () => {
    await worker.register(address, { scope: location.pathname.startsWith("/i/") ? "/i/" : "/k/" });
    const { active } = await worker.ready;
    const parts = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>("link[href], script[src]")];
    const files = parts.map((part) => ("src" in part ? part.src : part.href));
    active?.postMessage({ keep: [...pages, ...files] });
  };
  const start = () => void register().catch(() => undefined);
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
}
