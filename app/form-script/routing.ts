/**
 * Shows only what routing asks of this person, as the server will decide it: an item whose condition fails is hidden and
 * not sent, and what was answered in it comes back if the condition holds again.
 */
export function followRouting(form: HTMLFormElement): void {
  const asked = (item: HTMLElement): boolean => {
    const [field, ...wanted] = item.dataset.if?.split(" ") ?? [];
    if (field === undefined) return true;
    const source = form.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`)?.closest<HTMLElement>(".item");
    if (!source || source.hidden) return false;
    const chosen = [...form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(field)}"]:checked`)];
    return chosen.some(({ value }) => wanted.includes(value));
  };
  // In the order of the form: a condition names an earlier item, whose own routing is settled by then.
  for (const item of form.querySelectorAll<HTMLElement>("[data-if]")) {
    item.hidden = !asked(item);
    for (const field of item.querySelectorAll<HTMLInputElement>("input, textarea")) field.disabled = item.hidden;
  }
}
