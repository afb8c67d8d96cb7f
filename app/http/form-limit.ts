import type { RequestHandler, Response } from "express";
import { MOST_BYTES } from "~/responses/import-report";
import { routeClassOf } from "./route-class";

/** Bytes of a form that an officer sends; the longest ticks every unit of the province. */
const OFFICE_FORM_BYTES = 1024 * 1024;

/** Forms with a file, and the bytes that each may have: the file and a little more for the rest. */
const UPLOADS: readonly { path: RegExp; bytes: number; refusal: string }[] = [
  {
    path: /^\/surveys\/\d+\/imports\/?$/,
    bytes: MOST_BYTES + 64 * 1024,
    refusal: `Tệp lớn hơn ${MOST_BYTES / 1024 / 1024} MB nên không nhận: chia thành nhiều tệp nhỏ hơn, hoặc lưu dạng .xlsx cho gọn. (File too large: split it.)`,
  },
];

const READING = new Set(["GET", "HEAD", "OPTIONS"]);
const FORM_TYPE = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

/**
 * Refuses what is no form or too long for one before Remix reads it, which knows no limit and answers 500 to another
 * type. Collection points do this themselves, with pages in the visitor's language.
 */
export const refuseOversizedForm: RequestHandler = (request, response, next) => {
  if (READING.has(request.method) || routeClassOf(request.path) !== "office") return next();
  const { "content-type": type = "", "content-length": length, "transfer-encoding": chunked } = request.headers;
  if (!FORM_TYPE.test(type)) return refuse(response, 415, "Chỉ nhận biểu mẫu. (Only forms are taken.)");
  if (chunked !== undefined) return refuse(response, 411, "Thiếu độ dài. (Length required.)");
  const upload = UPLOADS.find(({ path }) => path.test(request.path));
  if (upload) return Number(length ?? 0) > upload.bytes ? refuse(response, 413, upload.refusal) : next();
  if (Number(length ?? 0) > OFFICE_FORM_BYTES) return refuse(response, 413, "Biểu mẫu quá lớn. (Form too large.)");
  next();
};

function refuse(response: Response, status: number, sentence: string): void {
  response.setHeader("Connection", "close");
  response.status(status).type("text/plain; charset=utf-8").send(`${sentence}\n`);
}
