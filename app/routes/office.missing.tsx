import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer } from "~/http/session.server";

/** An address under the officers' pages that names none of them: said within their frame. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireViewer(request, context);
  throw new Response("Không có trang này. Xin chọn một mục ở trên.", { status: 404 });
}

export default function Missing() {
  return null;
}
