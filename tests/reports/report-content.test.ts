import { describe, expect, it } from "vitest";
import type { MeasureRow } from "~/indices/result";
import type { SurveyResults } from "~/indices/survey-results";
import { buildReport, issuerOf, type ReportInput } from "~/reports/report-content";
import type { Block, ReportDocument, ReportTable } from "~/reports/report-document";
import { maskedRow } from "./sample-measures";
import { hospitals, reformTask, type SampleUnit, sampleResults, seedQuestionnaire, withRow } from "./sample-results";

const outpatient = seedQuestionnaire("outpatient-qd56");
const health = sampleResults({ questionnaire: outpatient, units: hospitals() });

function report(results: SurveyResults, changed: Partial<ReportInput> = {}): ReportDocument {
  return buildReport({
    results,
    task: reformTask(4),
    planYear: 2026,
    planNote: null,
    today: "2026-12-05",
    issuedBy: issuerOf(results),
    snapshot: null,
    ...changed,
  });
}

function allBlocks(document: ReportDocument): Block[] {
  return [...document.body, ...document.annexes.flatMap(({ body }) => body)];
}

function tables(document: ReportDocument): ReportTable[] {
  return allBlocks(document).flatMap((block) => (block.kind === "table" ? [block.table] : []));
}

function tableOf(document: ReportDocument, caption: string): ReportTable {
  const found = tables(document).find((table) => table.caption.includes(caption));
  if (!found) throw new Error(`no table "${caption}"`);
  return found;
}

function texts(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === "list") return block.items;
      if (block.kind === "chart") return [block.chart.caption, block.chart.alternative];
      if (block.kind !== "table") return [block.text];
      const rows = [...block.table.header, ...block.table.rows.map(({ cells }) => cells)];
      return [block.table.caption, ...rows.map((row) => row.map(({ text }) => text).join(" | ")), ...block.table.notes];
    })
    .join("\n");
}

function rowOf(table: ReportTable, name: string): string[] {
  return table.rows.map(({ cells }) => cells.map(({ text }) => text)).find((cells) => cells.includes(name)) ?? [];
}

describe("a part of a survey", () => {
  it("is named as a part wherever its number of responses stands", () => {
    const sentence = "không phải của cả đợt khảo sát";
    expect(JSON.stringify(report({ ...health, scope: "part" }))).toContain(sentence);
    expect(JSON.stringify(report(health))).not.toContain(sentence);
  });
});

describe("written comments", () => {
  it("are named and left to the issuing body, never quoted", () => {
    const text = texts(report(health).body);
    const asked = outpatient.items.filter((item) => item.type === "text");
    expect(asked.length).toBeGreaterThan(0);
    for (const { text: question } of asked) expect(text).toContain(`“${question.vi}”`);
    expect(text).toContain("không trích nguyên văn ý kiến để giữ ẩn danh");
    const closedOnly = { ...outpatient, items: outpatient.items.filter((item) => item.type !== "text") };
    const without = report(sampleResults({ questionnaire: closedOnly, units: hospitals() }));
    expect(texts(without.body)).not.toContain("Ý kiến viết");
  });
});

describe("head of the report", () => {
  it("names the survey, of which a task may have several, the issuer's symbol and the day with leading zeros", () => {
    const document = report(health);
    expect(document.subject).toBe("Kết quả khảo sát hài lòng người bệnh ngoại trú năm 2026");
    expect(document.letterhead).toEqual({
      superior: "UBND TỈNH THANH HÓA",
      issuer: "SỞ Y TẾ",
      number: "Số:          /BC-SYT",
      placeAndDay: "Thanh Hóa, ngày 05 tháng 12 năm 2026",
    });
  });

  it.each([
    [{ key: "th-sgddt", code: "SGDDT", name: "Sở Giáo dục và Đào tạo" }, "SGDĐT", "UBND TỈNH THANH HÓA", "GIÁM ĐỐC"],
    [
      { key: "th-ttpvhcc", code: "TTPVHCC", name: "Trung tâm Phục vụ hành chính công tỉnh Thanh Hóa" },
      "TTPVHCC",
      "VĂN PHÒNG UBND TỈNH",
      "GIÁM ĐỐC",
    ],
    [{ key: "x-14797", code: "14797", name: "Phường Hạc Thành" }, "UBND", null, "CHỦ TỊCH"],
  ])("knows how %o signs", (owner, symbol, superior, title) => {
    const results = sampleResults({ questionnaire: outpatient, units: hospitals(), owner });
    const document = report(results);
    expect(document.letterhead.number).toContain(`/BC-${symbol}`);
    expect(document.letterhead.superior).toBe(superior);
    expect(document.closing.signatory.at(-1)).toBe(title);
  });

  it("breaks an issuer's long name before its place, and the reference of an annex before the issuer", () => {
    const owner = { key: "th-ttpvhcc", code: "TTPVHCC", name: "Trung tâm Phục vụ hành chính công tỉnh Thanh Hóa" };
    const document = report(sampleResults({ questionnaire: outpatient, units: hospitals(), owner }));
    expect(document.letterhead.issuer).toBe("TRUNG TÂM PHỤC VỤ\nHÀNH CHÍNH CÔNG\nTỈNH THANH HÓA");
    expect(document.annexes[0]?.reference).toMatch(/năm 2026\ncủa Trung tâm Phục vụ hành chính công tỉnh Thanh Hóa\)$/);
    expect(report(health).annexes[0]?.reference).not.toContain("\n");
  });

  it("sends the report to the bodies of the plan, and to nobody twice or to the issuer", () => {
    expect(report(health).closing.recipients).toEqual([
      "- UBND tỉnh (để b/c);",
      "- Sở Nội vụ (để t/h);",
      "- Các đơn vị sự nghiệp y tế;",
      "- Các cơ quan liên quan;",
      "- Lưu: VT, ……",
    ]);
  });

  it("says that figures are provisional while answers come in or before December, and no longer then", () => {
    const open = sampleResults({ questionnaire: outpatient, units: hospitals(), closesOn: "2026-12-20" });
    expect(report(open).marks).toEqual(["Số liệu tạm tính đến ngày 20/11/2026"]);
    expect(report(health, { today: "2026-12-05" }).marks).toEqual([]);
    expect(
      report({ ...health, survey: { ...health.survey, status: "closed" } }, { today: "2026-11-30" }).marks,
    ).toHaveLength(1);
  });

  it("marks simulated figures first", () => {
    const simulated = sampleResults({ questionnaire: outpatient, units: hospitals(), simulated: true });
    expect(report(simulated).marks[0]).toBe("SỐ LIỆU MÔ PHỎNG – không phải kết quả khảo sát thật");
    expect(report(health).simulated).toBe(false);
  });
});

describe("basis and method", () => {
  it("quotes the plan's task and leaves unknown document numbers open", () => {
    const text = texts(report(health).body);
    expect(text).toContain(
      "nhiệm vụ số 4: “Khảo sát, đánh giá mức độ hài lòng của người dân về cung cấp dịch vụ y tế công.”",
    );
    expect(text).toContain("Quyết định số ……/QĐ-UBND ngày ……");
    expect(text).toContain("QĐ 56/QĐ-BYT ngày 08/01/2024, Mẫu số 2");
  });

  it("names version, short checksum, verification, rule and roll-up", () => {
    const text = texts(report(health).body);
    expect(text).toContain("phiên bản 3, mã kiểm tra 0a1b2c3d4e5f (chưa đối chiếu bản gốc)");
    expect(text).toContain("“gộp câu trả lời”");
    expect(text).toContain("“gộp phiếu”");
    const verified = {
      ...health,
      version: { ...health.version, verification: { by: "x", on: "2026-03-09", document: "Bản công bố của Bộ Y tế" } },
    };
    expect(texts(report(verified).body)).toContain("đã đối chiếu bản gốc ngày 09/03/2026: Bản công bố của Bộ Y tế");
  });

  it.each(["voluntary", "quota"] as const)("calls intervals of a %s sample model-based everywhere", (basis) => {
    const text = texts(allBlocks(report(sampleResults({ questionnaire: outpatient, units: hospitals(), basis }))));
    expect(text).toContain(
      "khoảng bất định theo mô hình, coi phiếu như mẫu ngẫu nhiên; không phản ánh sai lệch do tự chọn",
    );
    expect(text.toLowerCase()).not.toContain("khoảng tin cậy");
  });

  it("calls them confidence intervals of a probability sample", () => {
    const text = texts(
      report(sampleResults({ questionnaire: outpatient, units: hospitals(), basis: "probability" })).body,
    );
    expect(text).toContain("khoảng tin cậy 95%");
    expect(text).not.toContain("bất định");
  });
});

describe("notes to the author", () => {
  const remarksOf = (document: ReportDocument) =>
    document.body.flatMap((block) => (block.kind === "author-remark" ? [block.text] : [])).join("\n");

  it("hold the caution about totals, which the text itself does not carry", () => {
    const document = report(health);
    expect(remarksOf(document)).toContain("[Đã che bổ sung trong số liệu này; nếu nơi nhận còn");
    const paragraphs = document.body.filter((block) => block.kind === "paragraph");
    expect(texts(paragraphs)).not.toContain("Đã che bổ sung");
    const open = { ...health, channels: [], measures: health.measures.filter(({ suppressed }) => suppressed === null) };
    expect(remarksOf(report(open))).not.toContain("Đã che bổ sung");
  });

  it("say that the system drafted the plan's entry, and what to compare with the issued plan", () => {
    const planNote = "Do hệ thống lập từ kế hoạch năm 2023, chưa ban hành. Đã thay các cơ quan.";
    const remarks = remarksOf(report(health, { planNote }));
    expect(remarks).toContain(
      "Mục này theo kế hoạch năm 2026 ghi trong hệ thống: do hệ thống lập từ kế hoạch năm 2023, chưa ban hành. Cơ quan soạn thảo điền số, ngày văn bản; đối chiếu số thứ tự nhiệm vụ và lời văn với kế hoạch đã ban hành",
    );
    expect(remarks).not.toContain("Đã thay các cơ quan");
  });
});

describe("the interval", () => {
  it.each([
    ["voluntary", "Khoảng bất định 95% là khoảng mà nếu coi người trả lời như được chọn ngẫu nhiên"],
    ["census", "Khoảng tin cậy 95% là khoảng mà nếu khảo sát lặp lại nhiều lần theo cùng cách chọn mẫu"],
  ] as const)("of a %s sample is explained in plain words and named alike throughout", (basis, explained) => {
    const text = texts(allBlocks(report(sampleResults({ questionnaire: outpatient, units: hospitals(), basis }))));
    expect(text).toContain(explained);
    expect(text.match(/khoảng 95%/g) ?? []).toHaveLength(basis === "voluntary" ? 1 : 0);
  });
});

describe("figures", () => {
  it("prints rates, means and counts as Vietnamese does", () => {
    const known = withRow(health, "overall", "*", {
      n_persons: 36525,
      rate: 0.83944,
      rate_ci: [0.83095, 0.8475],
      mean: 4.1249,
      mean_ci: [4.1, 4.15],
    });
    const document = report(known);
    expect(texts(document.body)).toContain(
      "Tỷ lệ hài lòng chung đạt 83,94% (khoảng bất định 95%: từ 83,10% đến 84,75%; n = 36.525 người).",
    );
    expect(rowOf(tableOf(document, "Kết quả chung"), "Điểm trung bình chung")).toEqual([
      "Điểm trung bình chung",
      "36.525",
      "4,12",
      "4,10–4,15",
    ]);
    expect(rowOf(tableOf(document, "Chỉ số của từng đơn vị"), "Toàn bộ mẫu").slice(1, 6)).toEqual([
      "Toàn bộ mẫu",
      "36.525",
      "83,94%",
      "83,10–84,75",
      "4,12",
    ]);
  });

  it("tells a domain that is one factor of the same name once, and a domain of several factors above them", () => {
    const lines = (code: string, caption: string) => {
      const results = sampleResults({ questionnaire: seedQuestionnaire(code), units: hospitals() });
      return tableOf(report(results), caption).rows.map(({ cells }) => cells[1]?.text);
    };
    const parents = lines("education-parents-draft", "Chỉ số theo yếu tố");
    expect(parents).toHaveLength(6);
    expect(new Set(parents).size).toBe(6);
    const household = lines("sipas-household-2023-2026", "Chỉ số theo nội dung, yếu tố");
    const { domains, factors } = seedQuestionnaire("sipas-household-2023-2026");
    expect(household[0]).toBe(domains[0]?.title.vi);
    expect(household).toHaveLength(domains.length + factors.length + 1);
  });

  it("names the ministry's measures of the health sector", () => {
    const inpatient = sampleResults({ questionnaire: seedQuestionnaire("inpatient-qd56"), units: hospitals() });
    const overall = texts([{ kind: "table", table: tableOf(report(inpatient), "Kết quả chung") }]);
    for (const name of [
      "Tỷ lệ hài lòng chung",
      "Chỉ số hài lòng toàn diện",
      "Tỷ lệ đáp ứng so với mong đợi",
      "Tỷ lệ quay lại",
    ]) {
      expect(overall).toContain(name);
    }
    expect(overall).toContain("84,38% | 83,40–85,35%");
  });

  it("says once that a unit is masked or has no data, never 0 % and never why", () => {
    const document = report(health);
    const annex = tableOf(document, "Chỉ số của từng đơn vị");
    expect(rowOf(annex, "Bệnh viện Tâm thần Thanh Hóa").slice(1)).toEqual([
      "Bệnh viện Tâm thần Thanh Hóa",
      "18",
      "không công bố",
    ]);
    expect(rowOf(annex, "Bệnh viện Y dược cổ truyền Thanh Hóa").slice(1)).toEqual([
      "Bệnh viện Y dược cổ truyền Thanh Hóa",
      "Chưa có dữ liệu",
    ]);
    expect(annex.notes).toContain("Ở dòng “không công bố”, cột Số người (n) ghi số phiếu được tính của đơn vị.");
    expect(texts(document.body)).toContain(
      "kết quả của 31 đơn vị được công bố chỉ số trong 37 đơn vị khảo sát; số đơn vị không công bố (3) và chưa có dữ liệu (3)",
    );
  });

  it("says once that none is published, and of a question without counts why in one cell", () => {
    const none = report(
      sampleResults({ questionnaire: outpatient, units: hospitals().map((unit) => ({ ...unit, persons: 0 })) }),
    );
    expect(texts(none.body)).toContain("Không đơn vị nào trong 37 đơn vị khảo sát được công bố chỉ số.");
    const row = rowOf(tableOf(none, "Phân bố câu trả lời, thang"), "A1");
    expect(row.at(-1)).toBe("Chưa có dữ liệu");
    expect(row).toHaveLength(3);
  });

  it("shows no count of a unit below the least group", () => {
    const few = hospitals().map((unit) => (unit.persons === 18 ? { ...unit, persons: 9 } : unit));
    const annex = tableOf(report(sampleResults({ questionnaire: outpatient, units: few })), "Chỉ số của từng đơn vị");
    expect(rowOf(annex, "Bệnh viện Tâm thần Thanh Hóa").slice(2)).toEqual(["không công bố"]);
    expect(annex.notes.join()).not.toContain("số phiếu được tính");
  });

  it("counts the units of the sample by the same rule as those of the results", () => {
    const document = report(health);
    expect(texts(document.body)).toContain(
      "Có 37 đơn vị trong phạm vi khảo sát: 31 đơn vị được công bố chỉ số, 3 đơn vị không công bố, 3 đơn vị chưa có dữ liệu.",
    );
    // A table of one kind would say the sentence again.
    expect(texts(document.body)).not.toContain("Đơn vị khảo sát theo loại");
    const units = hospitals().map((unit, at) => ({
      ...unit,
      kind: at < 7 ? ("medical_centre" as const) : ("hospital" as const),
    }));
    const mixed = report(sampleResults({ questionnaire: outpatient, units }));
    const table = tableOf(mixed, "Đơn vị khảo sát theo loại và theo việc công bố chỉ số");
    expect(
      table.rows
        .at(-1)
        ?.cells.slice(1)
        .map(({ text }) => text),
    ).toEqual(["37", "31", "3", "3"]);
    expect(table.rows).toHaveLength(3);
    const band = tableOf(document, "Số đơn vị theo khoảng");
    expect([rowOf(band, "Không công bố")[1], rowOf(band, "Chưa có dữ liệu")[1]]).toEqual(["3", "3"]);
  });

  it("marks indices of few persons and of wide intervals, and explains the mark only where it stands", () => {
    const annex = tableOf(report(health), "Chỉ số của từng đơn vị");
    expect(rowOf(annex, "Bệnh viện Mắt Thanh Hóa")[3]).toMatch(/^\d\d,\d\d%\*$/);
    expect(annex.notes.join("\n")).toContain("thận trọng");
    const wide = withRow(health, "factor", "A", { rate: 0.5, rate_ci: [0.39, 0.61] });
    expect(rowOf(tableOf(report(wide), "Chỉ số theo yếu tố"), "A")[3]).toBe("50,00%*");
    expect(tableOf(report(health), "Chỉ số theo yếu tố").notes).toEqual([]);
  });

  it("marks an index from which a part without answers was left out", () => {
    const partial = withRow(health, "overall", "*", { k: 31, k_used: 30, rate: 0.8, rate_ci: [0.79, 0.81] });
    const table = tableOf(report(partial), "Kết quả chung");
    expect(rowOf(table, "Tỷ lệ hài lòng chung")[2]).toBe("80,00%†");
    expect(table.notes.join("")).toContain("†");
  });

  it("masks a question in every table at once", () => {
    const row = health.measures.find(({ unit, code }) => unit === "*" && code === "A1");
    if (!row) throw new Error("no row");
    const document = report(withRow(health, "item", "A1", maskedRow(row)));
    expect(rowOf(tableOf(document, "theo tiêu chí"), "A1").slice(2)).toEqual(["không công bố"]);
    expect(new Set(rowOf(tableOf(document, "Phân bố câu trả lời"), "A1").slice(2))).toEqual(new Set(["không công bố"]));
    expect(texts(document.body)).not.toContain("A1 – ");
  });

  it("shows answers to a mirrored question as given, and says so", () => {
    const item = outpatient.items.find(({ code }) => code === "A1");
    const mirrored = {
      ...outpatient,
      items: outpatient.items.map((one) => (one === item && one.type === "scale" ? { ...one, reverse: true } : one)),
    };
    const results = withRow({ ...health, questionnaire: mirrored }, "item", "A1", {
      reversed: true,
      n_asked: 100,
      n_missing: 5,
      levels: { "1": 10, "2": 20, "3": 30, "4": 25, "5": 8, "0": 2 },
    });
    const cells = rowOf(tableOf(report(results), "Phân bố câu trả lời"), "A1");
    expect(cells[1]).toContain("(đảo chiều)");
    expect(cells.slice(2)).toEqual([
      "100",
      "8\n8,00%",
      "25\n25,00%",
      "30\n30,00%",
      "20\n20,00%",
      "10\n10,00%",
      "2\n2,00%",
      "5\n5,00%",
    ]);
  });
});

describe("the plan's target", () => {
  const aimed = sampleResults({ questionnaire: outpatient, units: hospitals().slice(0, 6), targetRate: 0.9 });
  const withInterval = (rate_ci: [number, number]) =>
    texts(report(withRow(aimed, "overall", "*", { rate: 0.91, rate_ci })).body);

  it("is told with the verdict that the interval allows, for the whole and for each unit", () => {
    expect(withInterval([0.9, 0.92])).toContain("từ 90% trở lên. Đạt: cả khoảng 95%");
    expect(withInterval([0.88, 0.92])).toContain("từ 90% trở lên. Chưa đủ căn cứ");
    expect(withInterval([0.85, 0.89])).toContain("từ 90% trở lên. Chưa đạt: cả khoảng 95%");
    const table = tableOf(report(aimed), "theo đơn vị");
    expect(table.header[0]?.at(-1)?.text).toBe("Mục tiêu 90%");
    const verdicts = table.rows.filter(({ cells }) => cells.length === 7).map(({ cells }) => cells.at(-1)?.text);
    expect(verdicts.length).toBeGreaterThan(2);
    expect(verdicts.every((verdict) => ["Đạt", "Chưa đạt", "Chưa đủ căn cứ"].includes(verdict ?? ""))).toBe(true);
  });

  it("is not mentioned where the plan sets none", () => {
    expect(texts(allBlocks(report(health)))).not.toContain("ục tiêu");
  });
});

describe("what units collected themselves, beside the QR code", () => {
  const row = (rate: number, persons: number) => ({
    ...(health.measures.find(({ unit, level }) => unit === "*" && level === "overall") as MeasureRow),
    ...{ n_persons: persons, rate, rate_se: 0.01, rate_ci: [rate - 0.02, rate + 0.02] as const, suppressed: null },
  });
  const withChannels = (channels: SurveyResults["channels"]) => texts(report({ ...health, channels }).body);
  const qr = { channel: "qr" as const, responses: 900, overall: row(0.8, 900) };

  it("is judged channel by channel, with size and direction", () => {
    const told = withChannels([qr, { channel: "paper", responses: 800, overall: row(0.9, 800) }]);
    expect(told).toContain("So với khảo sát qua mã QR: phiếu giấy cao hơn 10,00 điểm phần trăm");
    expect(withChannels([qr, { channel: "paper", responses: 800, overall: row(0.805, 800) }])).toContain(
      "chưa đủ căn cứ để kết luận có chênh lệch",
    );
  });

  it("is said to be beyond comparison where one side is masked, and left out where there is one side only", () => {
    const masked = { channel: "paper" as const, responses: null, overall: maskedRow(row(0.9, 800)) };
    expect(withChannels([qr, masked])).toContain("Không so sánh được hai cách thu phiếu");
    expect(withChannels([qr])).not.toContain("tự khảo sát");
  });
});

describe("extremes", () => {
  const even = (rates: Record<string, [number, [number, number]]>) =>
    outpatient.items
      .filter(({ type }) => type === "scale")
      .reduce((results, { code }) => {
        const [rate, rate_ci] = rates[code] ?? [0.8, [0.79, 0.81]];
        return withRow(results, "item", code, { rate, rate_ci });
      }, health);

  it("do not claim a difference where intervals overlap", () => {
    const text = texts(report(even({ A1: [0.81, [0.8, 0.82]], E4: [0.79, [0.78, 0.8]] })).body);
    expect(text).toContain("A1 – Các biển báo");
    expect(text.match(/chưa đủ căn cứ để kết luận có chênh lệch/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it("say that the ends stand apart where they do", () => {
    const text = texts(report(even({ A1: [0.95, [0.94, 0.96]], E4: [0.6, [0.58, 0.62]] })).body);
    expect(text).toContain("Tiêu chí cao nhất (A1) và thấp nhất (E4) có khoảng bất định 95% tách rời nhau.");
  });
});

describe("units", () => {
  const communes: SampleUnit[] = [
    { key: "th", code: "38", name: "Tỉnh Thanh Hóa", persons: 0, surveyed: false, kind: "province" },
    { key: "c1", code: "1", name: "Xã B", persons: 0, surveyed: false, kind: "commune", parentKey: "th" },
    { key: "c2", code: "2", name: "Xã A", persons: 0, surveyed: false, kind: "commune", parentKey: "th" },
    ...Array.from({ length: 32 }, (_, index) => ({
      key: `s${index}`,
      code: `S${index}`,
      name: `Trường tiểu học số ${32 - Math.floor(index / 2)}`,
      persons: 100 + index,
      kind: "primary" as const,
      parentKey: index % 2 === 0 ? "c1" : "c2",
      place: index % 2 === 0 ? "Xã B" : "Xã A",
    })),
  ];
  const schools = sampleResults({ questionnaire: seedQuestionnaire("education-parents-draft"), units: communes });

  it("up to thirty stand in the body by name, not by result", () => {
    const few = sampleResults({ questionnaire: outpatient, units: hospitals().slice(0, 12) });
    const names = tableOf(report(few), "Tỷ lệ hài lòng chung theo đơn vị").rows.map(
      ({ cells }) => cells[1]?.text ?? "",
    );
    expect(names).toHaveLength(12);
    expect(names).toEqual([...names].sort(new Intl.Collator("vi", { numeric: true }).compare));
  });

  it("above thirty give way to their groups, and the annex lists them under the groups with namesakes told apart", () => {
    const document = report(schools, { task: reformTask(5) });
    expect(tableOf(document, "theo nhóm đơn vị").rows.map(({ cells }) => cells[1]?.text)).toEqual(["Xã A", "Xã B"]);
    const annex = tableOf(document, "Chỉ số của từng đơn vị");
    expect(annex.rows.slice(0, 3).map(({ cells, strong }) => [cells[1]?.text, strong])).toEqual([
      ["Toàn bộ mẫu", true],
      ["Xã A", true],
      ["Trường tiểu học số 17 (Xã A)", false],
    ]);
    expect(annex.rows).toHaveLength(1 + 2 + 32);
  });

  it("are counted by bands which add up", () => {
    const band = tableOf(report(health), "Số đơn vị theo khoảng");
    const counts = band.rows.map(({ cells }) => Number(cells[1]?.text));
    expect(counts.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(37);
    expect(counts.at(-1)).toBe(37);
  });
});

describe("other questions", () => {
  const sipas = sampleResults({
    questionnaire: seedQuestionnaire("sipas-household-2023-2026"),
    units: hospitals().slice(0, 5),
  });

  it("rank wishes by the level that the scale names", () => {
    const document = report(sipas, { task: reformTask(3) });
    const table = tableOf(document, "Tỷ lệ chọn “Rất mong muốn”");
    const rates = table.rows.map(({ cells }) => Number(cells[3]?.text.replace(/[%*]/g, "").replace(",", ".")));
    expect(rates).toHaveLength(10);
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
  });

  it("have no chapter of wishes where a form asks none", () => {
    expect(texts(report(health).body)).not.toContain("Nhu cầu, mong đợi");
    expect(texts(report(sipas, { task: reformTask(3) }).body)).toContain("Nhu cầu, mong đợi");
  });

  it("are drawn factor by factor, without the examples that a criterion ends in", () => {
    const charts = report(health).body.flatMap((block) => (block.kind === "chart" ? [block.chart] : []));
    const shares = charts.filter(({ drawing }) => drawing.kind === "shares");
    expect(shares.map(({ caption }) => caption.replace(/^Hình \d+\. .*: /, ""))).toEqual(
      outpatient.factors
        .filter(({ code }) => outpatient.items.some((item) => item.type === "scale" && item.factor === code))
        .map(({ code, title }) => `${code}. ${title.vi}`),
    );
    const items = outpatient.items.map((item) =>
      item.code === "A1" ? { ...item, text: { ...item.text, vi: "Biển báo rõ ràng (bảng tên, mũi tên)." } } : item,
    );
    const shortened = report(sampleResults({ questionnaire: { ...outpatient, items }, units: hospitals() }));
    const labels = shortened.body.flatMap((block) =>
      block.kind === "chart" ? block.chart.drawing.rows.map(({ label }) => label) : [],
    );
    expect(labels).toContain("A1. Biển báo rõ ràng");
  });

  it("leave judgement to the author", () => {
    const remarks = report(health).body.filter((block) => block.kind === "author-remark");
    expect(remarks.map((block) => block.kind === "author-remark" && block.text).slice(-3)).toEqual([
      "[Cơ quan soạn thảo ghi nhận xét tại đây]",
      "[Cơ quan soạn thảo ghi nhận xét tại đây]",
      "[Cơ quan soạn thảo ghi kiến nghị, đề xuất tại đây]",
    ]);
  });
});

describe("every form of the seeds", () => {
  const forms = [
    "education-parents-draft",
    "education-pupils-draft",
    "health-staff-qd3869",
    "inpatient-qd56",
    "one-stop-counter",
    "outpatient-qd56",
    "sipas-household-2022",
    "sipas-household-2023-2026",
    "vaccination-qd56",
  ];

  it.each(forms)("%s gives a report without NaN, null or undefined, filled or empty", (form) => {
    for (const units of [hospitals(), hospitals().map((unit) => ({ ...unit, persons: 0 })), []]) {
      const document = report(sampleResults({ questionnaire: seedQuestionnaire(form), units }), { task: null });
      const text = texts(allBlocks(document)) + JSON.stringify(document);
      expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
      expect(text).not.toMatch(/>null<|"null"| null /);
      for (const table of tables(document)) {
        for (const { cells } of table.rows) {
          expect(
            cells.reduce((sum, { span = 1 }) => sum + span, 0),
            table.caption,
          ).toBe(table.columns.length);
        }
      }
    }
  });

  it("a form without scored questions gives a report without an index", () => {
    const plain = { ...outpatient, items: outpatient.items.filter(({ type }) => type !== "scale") };
    const document = report(sampleResults({ questionnaire: plain, units: hospitals() }));
    expect(document.annexes).toEqual([]);
    expect(texts(document.body)).not.toContain("Tỷ lệ hài lòng chung đạt");
  });
});
