/** Keeps the screen on while the page is seen. Absent on addresses without HTTPS; a tablet on its charger may do without. */
export function keepAwake(): void {
  const ask = () => {
    if (document.visibilityState === "visible") void navigator.wakeLock?.request("screen").catch(() => undefined);
  };
  // The browser lets go of it whenever the page is not seen.
  document.addEventListener("visibilitychange", ask);
  ask();
}

/** Fills the whole screen from the first touch on, and again after somebody left it: browsers ask for a touch first. */
export function fillScreen(): void {
  document.addEventListener("click", () => {
    const root = document.documentElement;
    if (document.fullscreenElement || !document.fullscreenEnabled) return;
    void root.requestFullscreen({ navigationUI: "hide" }).catch(() => undefined);
  });
  document.addEventListener("contextmenu", (event) => event.preventDefault());
}
