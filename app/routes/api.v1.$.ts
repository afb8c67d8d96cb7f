import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answerApi } from "~/http/api/answer-api.server";

/** The interface for machines; app/http/api/operations.server.ts says what it does. */
export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(request, context);
}

export function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(request, context);
}
