import { startOfDay } from "~/i18n/dates";
import type { SurveyStatus } from "~/surveys/survey";

/** New responses of a unit enter its figures so many at a time, or at the end of their day. */
export const BATCH = 10;

/** Said beside figures that may still move. */
export const BATCHES_NOTE =
  "Số liệu cập nhật theo từng lượt: khi một đơn vị có thêm đủ 10 phiếu, hoặc khi sang ngày mới; không theo từng phiếu.";

/**
 * The instant (ISO, UTC) from which responses to a survey are new, and enter its figures batch by batch: the start of
 * today in TIME_ZONE. Null where figures are fixed and nothing waits.
 */
export function batchesSince(
  { status }: { status: SurveyStatus },
  { today, timeZone }: { today: string; timeZone: string },
): string | null {
  return status === "finalised" ? null : startOfDay(today, timeZone).toISOString();
}

/**
 * Those of the new responses, given in the order of arrival, that are not in the figures yet: what two looks at the same
 * figures differ by is at least BATCH persons of a unit, or what a whole day brought, be it little. They wait, unit by unit, until
 * BATCH of them are there.
 */
export function stillWaiting<R extends { unitId: number }>(fresh: Iterable<R>): R[] {
  const waiting = new Map<number, R[]>();
  for (const response of fresh) {
    const batch = [...(waiting.get(response.unitId) ?? []), response];
    waiting.set(response.unitId, batch.length === BATCH ? [] : batch);
  }
  return [...waiting.values()].flat();
}
