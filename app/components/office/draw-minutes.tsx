import { METHOD_NAMES } from "~/surveys/draw-methods";
import type { DrawLine } from "./draws-table";

/** Minutes of a draw, to be printed and signed: a document, hence in Vietnamese whatever the screen's language. */
export function DrawMinutes({
  survey,
  draw,
  units,
  moment,
}: {
  survey: { title: string; ownerName: string; simulated: boolean };
  draw: Omit<DrawLine, "moment"> & { frameChecksum: string; drawn: readonly number[] };
  /** The drawn units; null where rows of a list were drawn. */
  units: readonly { id: number; code: string; name: string }[] | null;
  moment: string;
}) {
  const facts: [string, string][] = [
    ["Đợt khảo sát", survey.title],
    ["Cơ quan thực hiện", survey.ownerName],
    ["Thời điểm rút", moment],
    ["Người rút", draw.by ?? "–"],
    ["Rút từ", draw.unitName === null ? "Danh sách đơn vị" : `Danh sách của ${draw.unitName}`],
    ["Cách rút", METHOD_NAMES[draw.method]],
    ["Hạt giống", draw.seed],
    ["Số rút", `${draw.sampleSize} trong ${draw.frameSize}`],
    ["Mã kiểm tra danh sách (SHA-256)", draw.frameChecksum],
  ];
  return (
    <article className="card minutes" lang="vi" aria-labelledby="minutes-heading">
      <h2 id="minutes-heading">BIÊN BẢN RÚT MẪU NGẪU NHIÊN</h2>
      <dl className="minutes-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {units ? (
        <>
          <h3>Đơn vị được rút</h3>
          <ol className="minutes-units">
            {units.map(({ id, code, name }) => (
              <li key={id}>
                {name} <span className="sub">{code}</span>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <>
          <h3>Số thứ tự các dòng được rút</h3>
          <p className="minutes-rows">{draw.drawn.join(", ")}</p>
        </>
      )}
      <div className="minutes-signatures">
        <p>
          Người rút mẫu
          <span className="sub">(ký, ghi rõ họ tên)</span>
        </p>
        <p>
          Người chứng kiến
          <span className="sub">(ký, ghi rõ họ tên)</span>
        </p>
      </div>
    </article>
  );
}
