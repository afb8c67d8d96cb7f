import { formatCount } from "~/i18n/numbers";
import { useWords } from "~/i18n/use-words";
import { type DisclosureFindings, LEAST_ALIKE, NUMBER_STEP } from "~/reports/records/anonymised-records";
import { Facts } from "./facts";
import { TableRegion } from "./table-region";

/** What the disclosure check did to the records, before anybody takes them. */
export function RecordFindings({
  found,
  questions,
}: {
  found: DisclosureFindings;
  /** Text of each question of `found.suppressed`; null: the channel. */
  questions: readonly (string | null)[];
}) {
  const t = useWords();
  const left = found.suppressed.reduce((sum, { cells }) => sum + cells, 0);
  return (
    <section aria-labelledby="findings-heading">
      <h2 id="findings-heading">{t("Kết quả kiểm tra lộ danh tính")}</h2>
      <Facts
        facts={[
          [t("Số phiếu trong tệp"), formatCount(found.records)],
          [t("Số đơn vị, nhóm đơn vị"), formatCount(found.units)],
          [t("Nhóm gộp từ đơn vị ít phiếu"), formatCount(found.merged)],
          [t("Nhóm nhỏ nhất"), t("{n} phiếu giống nhau", { n: formatCount(found.smallest) })],
          [
            t("Số ô bỏ trống"),
            t("{n} trên {all} ô về người trả lời", { n: formatCount(left), all: formatCount(found.cells) }),
          ],
        ]}
      />
      <p>
        {t(
          "Quy tắc: trong mỗi đơn vị, mọi phiếu phải giống ít nhất {n} phiếu khác nếu xét chung kênh thu nhận và tất cả câu hỏi về người trả lời; phiếu nào chưa đạt thì bỏ trống dần các câu ấy, câu có nhiều giá trị nhất trước. Số về người trả lời (tuổi, số ngày) làm tròn xuống hàng {step}. Đơn vị ít phiếu ghi tên cấp trên.",
          { n: LEAST_ALIKE - 1, step: NUMBER_STEP },
        )}
      </p>
      {found.dropped.length > 0 && (
        <p>{t("Phiếu của nhân viên: mọi câu hỏi về người trả lời được bỏ hẳn, vì đồng nghiệp nhận ra nhau.")}</p>
      )}
      <TableRegion label={t("Bảng số ô bỏ trống")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("Cột")}</th>
              <th scope="col" className="number">
                {t("Số ô bỏ trống")}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.suppressed.map(({ code, cells }, at) => (
              <tr key={code}>
                <th scope="row">{questions[at] ?? t("Kênh thu nhận")}</th>
                <td className="number">{formatCount(cells)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}
