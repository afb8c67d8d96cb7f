/** One section of the form at a time. */
export interface Steps {
  /** Shows the section that holds an element, and moves the focus to the element. */
  showPlaceOf(element: HTMLElement): void;
  /** Position of the section shown. */
  current(): number;
  show(step: number): void;
  /** Shows the first section. */
  restart(): void;
}

/**
 * Turns a long form into steps: "Continue" goes on when the required questions of the section are answered, "Back" and the
 * browser's own Back return, and the last step sends. Null for a form of a single section.
 */
export function takeSteps(form: HTMLFormElement): Steps | null {
  const sections = [...form.querySelectorAll<HTMLElement>(".part")];
  const buttons = form.querySelector<HTMLElement>("[data-steps]");
  const sending = form.querySelector<HTMLElement>(".send");
  const bar = document.createElement("progress");
  if (sections.length < 2 || !buttons || !sending) return null;
  let current = 0;

  const isEmpty = (section: HTMLElement | undefined) => section && !section.querySelector(".item:not([hidden])");
  /** The next section in a direction that asks anything of this person. */
  const neighbour = (direction: number): number => {
    let index = current + direction;
    while (isEmpty(sections[index])) index += direction;
    return index;
  };

  const show = (index: number) => {
    current = index;
    for (const [position, section] of sections.entries()) section.hidden = position !== index;
    const last = sections[neighbour(1)] === undefined;
    sending.hidden = !last;
    buttons.hidden = false;
    for (const button of buttons.querySelectorAll<HTMLButtonElement>("[data-step]"))
      button.hidden = button.dataset.step === "1" ? last : index === 0;
    document.documentElement.classList.toggle("later", index > 0);
    bar.max = sections.length;
    bar.value = index + 1;
    sections[index]?.querySelector("header")?.append(bar);
  };

  const focusHeading = () => {
    const heading = sections[current]?.querySelector("h2");
    heading?.focus({ preventScroll: true });
    heading?.parentElement?.scrollIntoView({ block: "start", behavior: "instant" });
  };

  const go = (index: number) => {
    if (index === current || !sections[index]) return;
    show(index);
    history.pushState({ ...history.state, step: index }, "");
    focusHeading();
  };

  buttons.addEventListener("click", ({ target }) => {
    const direction = target instanceof HTMLElement ? Number(target.dataset.step) : 0;
    if (direction === 1 && !checkRequired(form, sections[current])) return;
    if (direction) go(neighbour(direction));
  });
  // Enter in a field goes on like "Continue", and sends from the last section only.
  form.addEventListener("submit", (event) => {
    if (!event.submitter?.matches("[data-default]") || sections[neighbour(1)] === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    buttons.querySelector<HTMLButtonElement>('[data-step="1"]')?.click();
  });
  addEventListener("popstate", () => {
    const step = history.state?.step ?? 0;
    if (step !== current && sections[step]) {
      show(step);
      focusHeading();
    }
  });
  const inSection = (element: HTMLElement) => sections.findIndex((section) => section.contains(element));
  // Links of the error summary and of conditions lead to questions that may stand in another section.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    const aim = link && document.getElementById(link.hash.slice(1));
    if (!aim || inSection(aim) === -1) return;
    event.preventDefault();
    steps.showPlaceOf(aim);
  });
  // A routed item that appears or goes may make a later section the last one, or no longer.
  form.addEventListener("change", ({ target }) => {
    show(current);
    const item = target instanceof Element ? target.closest<HTMLElement>(".item.unanswered") : null;
    if (item && isAnswered(item)) unmark(item);
  });

  const steps: Steps = {
    showPlaceOf(element) {
      const index = inSection(element);
      if (index !== -1) go(index);
      element.scrollIntoView({ block: "start" });
      (element.querySelector<HTMLElement>("input:not([disabled]), textarea") ?? element).focus({ preventScroll: true });
    },
    current: () => current,
    show: (step) => {
      if (!sections[step]) return;
      show(step);
      history.replaceState({ ...history.state, step }, "");
      focusHeading();
    },
    restart: () => {
      show(0);
      history.replaceState({ ...history.state, step: 0 }, "");
      scrollTo(0, 0);
    },
  };
  bar.setAttribute("aria-hidden", "true");
  const wrong = form.querySelector<HTMLElement>(".item.wrong");
  const remembered = history.state?.step;
  show(wrong ? Math.max(inSection(wrong), 0) : sections[remembered] ? remembered : 0);
  return steps;
}

/** Marks the first required question without an answer and brings it into view. */
function checkRequired(form: HTMLFormElement, section: HTMLElement | undefined): boolean {
  if (!section) return true;
  const open = [...section.querySelectorAll<HTMLElement>(".item:not([hidden])")].filter(
    (item) => item.querySelector("[data-required], [aria-required]") && !isAnswered(item),
  );
  for (const item of section.querySelectorAll<HTMLElement>(".item.unanswered")) unmark(item);
  for (const item of open) {
    item.classList.add("wrong", "unanswered");
    const error = document.createElement("p");
    error.className = "error";
    error.dataset.checked = "";
    error.id = `${item.id}-required`;
    error.textContent = form.dataset.requiredMessage ?? "";
    item.querySelector(".ask")?.after(error);
    const group = item.querySelector("fieldset, .entry");
    group?.setAttribute("aria-describedby", error.id);
  }
  const first = open[0];
  first?.scrollIntoView({ block: "start" });
  first?.querySelector<HTMLElement>("input, textarea")?.focus({ preventScroll: true });
  return open.length === 0;
}

function unmark(item: HTMLElement): void {
  item.classList.remove("wrong", "unanswered");
  for (const error of item.querySelectorAll("[data-checked]")) error.remove();
}

function isAnswered(item: HTMLElement): boolean {
  return [...item.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")].some((field) =>
    field instanceof HTMLInputElement && /radio|checkbox/.test(field.type)
      ? field.checked && field.value !== ""
      : field.value.trim() !== "",
  );
}
