import { addDays } from "~/i18n/dates";
import { provinceInSentence } from "~/i18n/names";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import type { PlanDocument } from "~/surveys/plan-document";
import type { SampleBasis } from "~/surveys/survey";
import { bodiesText, closingOf, type ReportIssuer } from "./letterhead";
import { deadlineOn, type ReformTask } from "./reform-plan";

export interface PlanDefaultsInput {
  survey: { opensOn: string; closesOn: string; basis: SampleBasis };
  sector: Sector;
  task: ReformTask | null;
  planYear: number;
  issuedBy: ReportIssuer;
  province: string;
}

/**
 * The plan as an officer finds it at first: texts that a survey of this sector may rest on, dates from the survey's
 * window. Only documents that the project has read are named; numbers that it does not know stay "……".
 */
export function planDefaults(input: PlanDefaultsInput): PlanDocument {
  const { sector, task, issuedBy } = input;
  const { recipients, signatory } = closingOf(issuedBy, task);
  return {
    number: "",
    place: "",
    grounds: grounds(input).join("\n"),
    purpose: PURPOSES[sector].join("\n"),
    requirements: REQUIREMENTS.join("\n"),
    respondents: RESPONDENTS[sector],
    method: METHODS[input.survey.basis],
    budget: "Kinh phí thực hiện được bố trí trong dự toán chi thường xuyên theo phân cấp ngân sách hiện hành.",
    schedule: schedule(input),
    responsibilities: responsibilities(input),
    signer: { title: signatory.join("\n"), name: "" },
    recipients: recipients.map((line) => line.replace(/^- /u, "").replace(/;$/u, "")),
  };
}

const SECTOR_GROUNDS: Readonly<Record<Sector, readonly string[]>> = {
  administration: [
    "Căn cứ Quyết định số 1001/QĐ-BNV ngày 11/12/2023 của Bộ Nội vụ về Phương pháp đo lường sự hài lòng của người dân đối với sự phục vụ của cơ quan hành chính nhà nước giai đoạn 2023 - 2026;",
  ],
  health: [
    "Căn cứ Quyết định số 56/QĐ-BYT ngày 08/01/2024 của Bộ Y tế về phương pháp đo lường sự hài lòng của người dân đối với dịch vụ y tế công giai đoạn 2024 - 2030;",
  ],
  education: [
    "Căn cứ Quyết định số 2034/QĐ-BGDĐT ngày 13/7/2023 của Bộ Giáo dục và Đào tạo (Đề án đo lường sự hài lòng của người dân đối với dịch vụ giáo dục công giai đoạn 2023 - 2030);",
  ],
  other: [],
};

function grounds({ sector, task, planYear, province }: PlanDefaultsInput): string[] {
  const plan = `Căn cứ Kế hoạch cải cách hành chính năm ${planYear} của ${provinceInSentence(province)}, ban hành kèm theo Quyết định số ……/QĐ-UBND ngày …… của Chủ tịch UBND tỉnh`;
  return [
    "Căn cứ Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 ngày 26/6/2025;",
    ...SECTOR_GROUNDS[sector],
    task === null ? `${plan}.` : `${plan} (Phụ lục số 03, nhiệm vụ số ${task.number}).`,
  ];
}

const SERVICE_NAMES: Readonly<Record<Sector, string>> = {
  administration: "tổ chức, người dân đối với việc giải quyết thủ tục hành chính của cơ quan nhà nước",
  health: "người dân đối với dịch vụ y tế công",
  education: "người dân đối với dịch vụ giáo dục công lập",
  other: "người dân đối với dịch vụ được khảo sát",
};

const purposesOf = (sector: Sector) => [
  `Đo lường mức độ hài lòng của ${SERVICE_NAMES[sector]}, chung và theo từng tiêu chí, yếu tố, đơn vị.`,
  "Cung cấp số liệu để cơ quan, đơn vị xác định việc cần cải thiện và theo dõi kết quả cải thiện qua các năm.",
];
const PURPOSES: Readonly<Record<Sector, readonly string[]>> = {
  administration: purposesOf("administration"),
  health: purposesOf("health"),
  education: purposesOf("education"),
  other: purposesOf("other"),
};

const REQUIREMENTS = [
  "Khảo sát khách quan, trung thực, đúng đối tượng, đúng phương pháp và đúng thời gian.",
  "Người trả lời tham gia tự nguyện; phiếu trả lời ẩn danh, không ghi họ tên, số điện thoại, số giấy tờ tùy thân.",
  "Kết quả công bố kèm cỡ mẫu, cách chọn người trả lời và sai số; nhóm quá ít người trả lời không công bố.",
];

const RESPONDENTS: Readonly<Record<Sector, string>> = {
  administration:
    "Người dân, người đại diện tổ chức đã giao dịch giải quyết thủ tục hành chính tại các đơn vị trong kỳ khảo sát.",
  health: "Người bệnh, người nhà người bệnh đã sử dụng dịch vụ tại các cơ sở y tế trong kỳ khảo sát.",
  education: "Cha mẹ học sinh, học sinh của các cơ sở giáo dục trong kỳ khảo sát.",
  other: "Người dân, tổ chức đã sử dụng dịch vụ tại các đơn vị trong kỳ khảo sát.",
};

const COLLECTION =
  "Phiếu được trả lời trên điện thoại qua mã QR đặt tại đơn vị, trên máy tính bảng hoặc phiếu giấy; mọi kênh dùng cùng một mẫu phiếu và được ghi rõ kênh thu.";
const METHODS: Readonly<Record<SampleBasis, string>> = {
  probability: `Người trả lời được rút ngẫu nhiên từ danh sách giao dịch của kỳ khảo sát; số khởi tạo của lần rút được ghi biên bản để kiểm lại được. ${COLLECTION}`,
  census: `Mời tất cả người thuộc đối tượng khảo sát trả lời. ${COLLECTION}`,
  quota: `Mỗi đơn vị mời người sử dụng dịch vụ trả lời cho đến khi đủ số phiếu được giao, rải đều các ngày và các quầy. ${COLLECTION}`,
  voluntary: `Người sử dụng dịch vụ tự nguyện trả lời. ${COLLECTION}`,
};

/** Days before the opening and after the close that the steps around fieldwork take. */
const PREPARATION = { starts: 21, printing: 7 } as const;
const AFTER_CLOSE = { grace: 7, report: 21 } as const;

function schedule({ survey: { opensOn, closesOn }, task, planYear }: PlanDefaultsInput): PlanDocument["schedule"] {
  const graceEnds = addDays(closesOn, AFTER_CLOSE.grace);
  const deadline = task === null ? null : deadlineOn(task, planYear);
  const reported = deadline !== null && deadline > graceEnds ? deadline : addDays(closesOn, AFTER_CLOSE.report);
  return [
    {
      from: addDays(opensOn, -PREPARATION.starts),
      to: addDays(opensOn, -PREPARATION.printing - 1),
      work: "Ban hành kế hoạch; rà soát mẫu phiếu, danh sách đơn vị, số giao dịch và cỡ mẫu.",
    },
    {
      from: addDays(opensOn, -PREPARATION.printing),
      to: addDays(opensOn, -1),
      work: "In mã QR, phiếu giấy; hướng dẫn cán bộ phụ trách tại các đơn vị.",
    },
    { from: opensOn, to: closesOn, work: "Thu phiếu; theo dõi tiến độ, đôn đốc đơn vị chậm." },
    {
      from: addDays(closesOn, 1),
      to: graceEnds,
      work: "Nhận phiếu đã điền trước khi đóng đợt nhưng gửi muộn; rà soát, chốt số liệu.",
    },
    { from: addDays(graceEnds, 1), to: reported, work: "Tổng hợp, phân tích, báo cáo kết quả khảo sát." },
  ];
}

function responsibilities({ task, issuedBy, sector }: PlanDefaultsInput): PlanDocument["responsibilities"] {
  const others = (task?.coordinating ?? []).filter(({ name }) => name !== issuedBy.name);
  return [
    {
      body: issuedBy.name,
      work: "Chủ trì thực hiện Kế hoạch: chuẩn bị mẫu phiếu và mã QR, theo dõi tiến độ, tổng hợp, phân tích và báo cáo kết quả khảo sát.",
    },
    {
      body: UNITS[sector],
      work: "Phân công cán bộ phụ trách; đặt mã QR ở nơi dễ thấy, mời người sử dụng dịch vụ trả lời, không can thiệp vào câu trả lời; cung cấp số giao dịch của kỳ khảo sát.",
    },
    ...(others.length > 0 ? [{ body: bodiesText(others), work: "Phối hợp thực hiện theo chức năng, nhiệm vụ." }] : []),
  ];
}

const UNITS: Readonly<Record<Sector, string>> = {
  administration: "Các đơn vị được khảo sát",
  health: "Các cơ sở y tế được khảo sát",
  education: "Các cơ sở giáo dục được khảo sát",
  other: "Các đơn vị được khảo sát",
};
