import { describe, expect, it } from "vitest";
import { readSurveyForm } from "~/surveys/read-survey-form";

const TODAY = "2026-06-01";
const units = [
  { id: 1, kind: "commune" as const },
  { id: 2, kind: "commune" as const },
  { id: 3, kind: "service_centre" as const },
];

const good = {
  versionId: "4",
  title: "Khảo sát một cửa",
  ownerUnitId: "7",
  opensOn: "2026-05-01",
  closesOn: "2026-12-31",
  basis: "voluntary",
  unitIds: "3",
};

function read(fields: Record<string, string>, owners = [{ id: 7 }, { id: 8 }]) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return readSurveyForm(form, { units, owners }, TODAY).result;
}

function problems(fields: Record<string, string>): string[] {
  const result = read(fields);
  return result.ok ? [] : result.problems.map(({ field, message }) => `${field}: ${message}`);
}

describe("the form of a survey", () => {
  it("takes a start in the past, but no end in the past", () => {
    expect(problems(good)).toEqual([]);
    expect(problems({ ...good, closesOn: "2026-05-31" })).toEqual([
      "closesOn: Ngày kết thúc đã qua: đợt khảo sát sẽ không nhận được phiếu nào",
    ]);
  });

  it("tells everything that is wrong in one round, each message naming its field", () => {
    expect(problems({ title: "", opensOn: "2026-05-20", closesOn: "2026-05-10" })).toEqual([
      "title: Tên đợt khảo sát phải có ít nhất 5 ký tự",
      "versionId: Chọn một mẫu phiếu",
      "ownerUnitId: Chọn cơ quan thực hiện",
      "basis: Đánh dấu một cách chọn người trả lời",
      "unitIds: Chọn ít nhất một đơn vị",
      "closesOn: Ngày kết thúc phải từ ngày bắt đầu trở đi",
      "closesOn: Ngày kết thúc đã qua: đợt khảo sát sẽ không nhận được phiếu nào",
    ]);
    expect(problems({ ...good, opensOn: "", closesOn: "31/12/2026" })).toEqual([
      "opensOn: Ngày bắt đầu không hợp lệ",
      "closesOn: Ngày kết thúc không hợp lệ",
    ]);
  });

  it("does not compare a day that is none", () => {
    expect(problems({ ...good, opensOn: "9999" })).toEqual(["opensOn: Ngày bắt đầu không hợp lệ"]);
  });

  it("needs no body where there is no choice, and lets one box stand for all units of a kind", () => {
    const { ownerUnitId: _, ...rest } = good;
    const result = read({ ...rest, kinds: "commune" }, [{ id: 7 }]);
    expect(result).toMatchObject({ ok: true, input: { ownerUnitId: 7, unitIds: [3, 1, 2] } });
  });
});
