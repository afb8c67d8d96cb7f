import type { Channel } from "../channels";
import type { FilledForm } from "./filled-form";

/** Channels whose forms are filled in at the point, by a clock that ran meanwhile: paper bears only its day. */
const AT_THE_POINT: readonly Channel[] = ["qr", "kiosk", "interviewer"];

export function isFilledAtPoint({ pointId, channel }: FilledForm): boolean {
  return pointId !== null && AT_THE_POINT.includes(channel);
}

/** Three rules ask for the same forms. */
const known = new WeakMap<readonly FilledForm[], ReadonlyMap<number, readonly number[]>>();

/** Positions of the forms filled in at each point, in the order in which they were finished. */
export function atOnePlace(forms: readonly FilledForm[]): ReadonlyMap<number, readonly number[]> {
  const found = known.get(forms) ?? placesOf(forms);
  known.set(forms, found);
  return found;
}

function placesOf(forms: readonly FilledForm[]): Map<number, number[]> {
  const byPoint = new Map<number, number[]>();
  for (let position = 0; position < forms.length; position++) {
    const form = forms[position] as FilledForm;
    if (form.pointId === null || !isFilledAtPoint(form)) continue;
    const places = byPoint.get(form.pointId);
    if (places) places.push(position);
    else byPoint.set(form.pointId, [position]);
  }
  const finished = (position: number) => forms[position]?.finishedAt ?? 0;
  for (const places of byPoint.values()) places.sort((one, other) => finished(one) - finished(other));
  return byPoint;
}
