import type { ToldError } from "~/components/describe-error";

/** A refusal whose page has a title and a way on of its own, to be thrown. @param status of HTTP. */
export function refusal(status: number, told: ToldError): Response {
  return Response.json(told, { status });
}
