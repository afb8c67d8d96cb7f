import { findPoint } from "~/collection-points/find-point.server";
import { pointPath } from "~/collection-points/point-path";
import type { AnswerPage } from "~/responses/answer-page";
import type { FormBody } from "~/responses/form-body";
import { receiveSubmission } from "~/responses/receive-submission.server";
import type { SiteContext } from "./context";
import { newDeviceCookie, readDeviceToken } from "./device-token";
import type { Visit } from "./visit";

/** A form that was taken is answered by 303 with these headers, any other by a page. */
export type FormAnswer = { taken: true; headers: Record<string, string> } | { taken: false; page: AnswerPage };

/** Takes what was sent to a collection point's address, at the door or in its route. `cookies`: the request's header. */
export async function receiveForm(
  { body, cookies, visit }: { body: FormBody; cookies: string | null; visit: Visit },
  { database, settings }: SiteContext,
): Promise<FormAnswer> {
  const { typed, today, language } = visit;
  const found = await findPoint(database, { code: typed, today });
  const device = readDeviceToken(cookies);
  const received = await receiveSubmission(database, body, found, visit, { channel: "qr", device });
  if (!received.taken) return received;
  const headers: Record<string, string> = {
    Location: pointPath(typed, { page: "thanks", surveyId: received.surveyId, language }),
  };
  if (!device) headers["Set-Cookie"] = newDeviceCookie(settings.secureCookies);
  return { taken: true, headers };
}
