import { formatDay } from "~/i18n/dates";
import { CHANNEL_NAMES, stageName } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { MASKED, NO_DATA } from "~/indices/figures";
import type { PeriodInput } from "./period-report";
import { type Block, cells, paragraph, table } from "./report-document";
import { periodEnd } from "./report-period";

/** Documents issued for the task up to the day of the report. */
export function documentBlocks({ documents, day }: PeriodInput): Block[] {
  const issued = documents.filter(({ issuedOn }) => issuedOn <= day);
  if (issued.length === 0)
    return [paragraph(`Đến ngày ${formatDay(day)}, hệ thống chưa ghi nhận văn bản nào đã ban hành cho nhiệm vụ này.`)];
  return [
    table({
      caption: "Văn bản đã ban hành của nhiệm vụ",
      columns: [
        { title: "Số, ký hiệu", kind: "text", width: 40 },
        { title: "Ngày ban hành", kind: "text", width: 28 },
        { title: "Sản phẩm", kind: "text", width: 52 },
        { title: "Ghi chú", kind: "text", width: 40 },
      ],
      rows: issued.map(({ number, issuedOn, product, note }) => ({
        cells: cells(number, formatDay(issuedOn), product, note),
      })),
    }),
  ];
}

/** The surveys opened, with their forms by channel; or which are coming. */
export function surveyBlocks({ snapshots, surveys, planYear, period, day }: PeriodInput): Block[] {
  if (snapshots.length === 0) {
    const end = periodEnd(period, planYear);
    const named = (lead: string, some: PeriodInput["surveys"]) =>
      some.length === 0 ? "" : ` ${lead}: ${some.map(({ title }) => `“${title}”`).join("; ")}.`;
    const drafts = named(
      "Đang chuẩn bị",
      surveys.filter(({ status }) => status === "draft"),
    );
    const later = named(
      "Mở sau kỳ báo cáo",
      surveys.filter(({ status, opensOn }) => status !== "draft" && opensOn > end),
    );
    const when = day > end ? `từ đầu năm đến ngày ${formatDay(end)}` : `trong năm ${planYear}`;
    return [paragraph(`Chưa mở đợt khảo sát nào ${when}.${drafts}${later}`)];
  }
  const rows = snapshots.map(({ document: { results, takenOn } }) => ({
    cells: cells(
      results.survey.title,
      `${formatDay(results.survey.opensOn)} – ${formatDay(results.survey.closesOn)}`,
      stageName(results.survey, takenOn),
      results.responses === null ? MASKED : formatCount(results.responses),
      results.channels
        .map(
          ({ channel, responses }) =>
            `${CHANNEL_NAMES[channel]}: ${responses === null ? MASKED : formatCount(responses)}`,
        )
        .join("\n") || NO_DATA,
    ),
  }));
  return [
    paragraph(`Đã mở ${formatCount(snapshots.length)} đợt khảo sát trong năm ${planYear}:`),
    table({
      caption: "Tiến độ thu phiếu của các đợt khảo sát",
      columns: [
        { title: "Đợt khảo sát", kind: "text", width: 48 },
        { title: "Thời gian thu phiếu", kind: "text", width: 25 },
        { title: "Tình trạng", kind: "text", width: 25 },
        { title: "Số phiếu đến nay", kind: "number", width: 18 },
        { title: "Trong đó, theo kênh", kind: "text", width: 44 },
      ],
      rows,
    }),
  ];
}
