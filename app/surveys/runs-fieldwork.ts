import { isAllowed, type Role } from "~/access/roles";

/**
 * Whether live counts of responses are for this viewer: for whoever runs the survey and works in its fieldwork, who must
 * know today where forms are missing. Everybody else, an analyst or a leader of the same body too, sees the published
 * numbers, which move in batches and are masked.
 */
export function runsFieldwork({ role }: { role: Role }, { owned }: { owned: boolean }): boolean {
  return owned && isAllowed(role, "manage-points");
}
