import { Link } from "@remix-run/react";
import { formatCount } from "~/i18n/numbers";

/** Says beside the figures how many responses they leave out. */
export function LeftOutNote({ leftOut }: { leftOut: number }) {
  if (leftOut === 0) return null;
  return (
    <p className="notice">
      {formatCount(leftOut)} phiếu có vẻ do máy gửi hoặc đến quá muộn được giữ lại, chưa tính vào số liệu dưới đây.
    </p>
  );
}

/** The way for whoever runs the survey to the responses that it leaves out. */
export function LeftOutLink({ surveyId, leftOut }: { surveyId: number; leftOut: number }) {
  return (
    <p>
      <Link to={`/surveys/${surveyId}/held`}>Phiếu chờ xem xét</Link>: {formatCount(leftOut)} phiếu đang để ngoài kết
      quả.
    </p>
  );
}
