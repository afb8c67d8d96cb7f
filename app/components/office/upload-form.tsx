import { Form } from "@remix-run/react";
import { type ChangeEvent, useState } from "react";
import { useMessages, useWords } from "~/i18n/use-words";
import { FieldFrame } from "./field-frame";
import { ImportTemplateLinks } from "./import-template-links";
import { type FieldProblem, ProblemSummary } from "./problem-summary";
import { TextField } from "./text-field";

/** The form that sends a file of responses: where it comes from, then the file itself. */
export function UploadForm({
  surveyId,
  refusal,
  mostBytes,
  failed,
}: {
  surveyId: number;
  /** Why the survey takes no files today. */
  refusal: string | null;
  mostBytes: number;
  failed: { problems: FieldProblem[]; provenance: string } | null;
}) {
  const t = useWords();
  const megabytes = Math.floor(mostBytes / 1024 / 1024);
  const [tooLarge, setTooLarge] = useState(false);
  if (refusal) return <RefusedUpload refusal={refusal} />;
  const problems = [
    ...(failed?.problems ?? []),
    ...(tooLarge
      ? [
          {
            field: "file",
            message: t("Tệp lớn hơn {n} MB. Chia thành nhiều tệp, hoặc lưu dạng .xlsx.", { n: megabytes }),
          },
        ]
      : []),
  ];
  // Said before the file is sent: sending it only to be refused may take minutes.
  const weigh = ({ target }: ChangeEvent<HTMLInputElement>) => setTooLarge((target.files?.[0]?.size ?? 0) > mostBytes);
  return (
    <section className="card form-stack" aria-labelledby="upload-heading">
      <h2 id="upload-heading">{t("Gửi tệp")}</h2>
      <p>
        {t(
          "Phiếu nhập ở nơi khác (Excel, phần mềm khác) đưa vào đây. Hệ thống kiểm tra từng dòng và cho xem trước; chưa ghi gì cho đến khi bấm nhập.",
        )}{" "}
        <ImportTemplateLinks surveyId={surveyId} />
      </p>
      <ProblemSummary problems={failed?.problems ?? []} />
      <Form method="post" encType="multipart/form-data" reloadDocument className="form-stack">
        <TextField
          name="provenance"
          label={t("Nguồn số liệu")}
          hint={t(
            "Ai nhập, từ đâu. Ví dụ: Phòng khám A nhập từ 250 phiếu giấy, tháng 5/2026. Dòng này hiện cạnh số liệu.",
          )}
          value={failed?.provenance}
          problems={problems}
        />
        <FieldFrame
          name="file"
          label={t("Tệp CSV hoặc XLSX")}
          hint={t("Tối đa {n} MB và 200.000 phiếu.", { n: megabytes })}
          problems={problems}
        >
          {(control) => (
            <input
              {...control}
              type="file"
              required
              onChange={weigh}
              accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            />
          )}
        </FieldFrame>
        <div>
          <button type="submit" className="button" disabled={tooLarge}>
            {t("Gửi và kiểm tra")}
          </button>
        </div>
      </Form>
    </section>
  );
}

function RefusedUpload({ refusal }: { refusal: string }) {
  const say = useMessages();
  return <p className="notice">{say(refusal)}</p>;
}
