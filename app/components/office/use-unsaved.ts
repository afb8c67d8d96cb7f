import { useBlocker } from "@remix-run/react";
import { useEffect, useState } from "react";

/** Whether something stands unsaved, and what the form calls when it is written in and when it is sent. */
export interface Unsaved {
  unsaved: boolean;
  onInput: () => void;
  onSubmit: () => void;
}

/**
 * Asks before a page is left on which something was written and not saved; without script nobody asks.
 * @param question what is asked within the office; the browser asks in its own words on the way out of it.
 * @param begun whether something stands unsaved from the start, as after a refusal.
 */
export function useUnsaved(question: string, begun: boolean): Unsaved {
  const [unsaved, setUnsaved] = useState(begun);
  useEffect(() => setUnsaved(begun), [begun]);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    if (confirm(question)) blocker.proceed();
    else blocker.reset();
  }, [blocker, question]);
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [unsaved]);
  return { unsaved, onInput: () => setUnsaved(true), onSubmit: () => setUnsaved(false) };
}
