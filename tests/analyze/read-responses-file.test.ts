import { describe, expect, it } from "vitest";
import { CLINIC, CLINIC_COLUMNS, clinicCsv } from "./support/clinic";
import { readWhole } from "./support/read-file";

describe("a good responses file", () => {
  it("gives the answers of each item type by item code", async () => {
    const { records, problems, warnings } = await readWhole(
      clinicCsv([
        {
          response_id: "r1",
          unit_code: "0101",
          A1: 5,
          A2: 0,
          "C2.1": 1,
          "C2.2": 0,
          G2: 4,
          E8: 3,
          G1: "98.5",
          H1: "Tốt",
        },
        { response_id: "r2", unit_code: "0102", "C2.1": 0, "C2.other": "tự đi", G2: 6, "G2.other": " nhà gần " },
        { response_id: "r3", unit_code: "0102" },
      ]),
    );
    expect(problems).toEqual([]);
    expect(warnings).toEqual([]);
    expect(records.map(({ answers }) => answers)).toEqual([
      { A1: 5, A2: 0, C2: [1], G2: 4, E8: 3, G1: 98.5, H1: "Tốt" },
      { C2: [], "C2.other": "tự đi", G2: 6, "G2.other": "nhà gần" },
      {},
    ]);
    expect(records[0]).toMatchObject({ line: 2, responseId: "r1", unitCode: "0101", channel: "import" });
    expect(records[0]).toMatchObject({ submittedAt: null, startedAt: null, unitId: null, ignored: [] });
  });

  it("may use semicolons where the header has no comma, a BOM, CRLF and quoted cells", async () => {
    const text = '\uFEFFresponse_id;unit_code;A1;H1\r\nr1;u;4;"một; hai"\r\nr2;u;5;"hai\r\ndòng"\r\nr3;u;9;\r\n';
    const { records, messages } = await readWhole(text, 1);
    expect(records.map(({ answers }) => answers)).toEqual([
      { A1: 4, H1: "một; hai" },
      { A1: 5, H1: "hai\ndòng" },
    ]);
    expect(messages).toEqual([
      "dòng 5, cột A1, giá trị «9»: không phải mức của thang đo; các giá trị: 1, 2, 3, 4, 5, 0",
    ]);
  });

  it("takes commas in cells for text once the header has a comma, and quotes inside a cell as typed", async () => {
    const { records } = await readWhole('response_id,unit_code,H1\nr1,u,"a;b, c"\nr2,u,nói "tốt"\n');
    expect(records.map(({ answers }) => answers.H1)).toEqual(["a;b, c", 'nói "tốt"']);
  });

  it("accepts whole numbers written with a point, as statistical software exports them", async () => {
    const { records } = await readWhole(clinicCsv([{ response_id: "r1", unit_code: "u", A1: "4.0", G2: "4." }]));
    expect(records[0]?.answers).toEqual({ A1: 4, G2: 4 });
  });

  it("passes over blank lines and lines of separators only", async () => {
    const { records, problems } = await readWhole("response_id,unit_code,A1\n\nr1,u,4\n,,\n   \nr2,u,x\n");
    expect(records).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 6, column: "A1", value: "x" }]);
  });

  it("reads times as instants, those without offset as Viet Nam's", async () => {
    const columns = ["response_id", "unit_code", "channel", "submitted_at", "started_at", "unit_id"];
    const { records, problems } = await readWhole(
      clinicCsv(
        [
          { response_id: "a", unit_code: "u", channel: "qr", submitted_at: "2026-03-05T08:30:00", unit_id: "17" },
          { response_id: "b", unit_code: "u", channel: "kiosk", submitted_at: "2026-03-05T08:30:00.250Z" },
          { response_id: "c", unit_code: "u", submitted_at: "2026-03-05 08:30", started_at: "2024-02-29T23:00-0330" },
          { response_id: "d", unit_code: "u", submitted_at: "2026-03-05" },
        ],
        columns,
      ),
    );
    expect(problems).toEqual([]);
    expect(records.map(({ channel, submittedAt }) => [channel, submittedAt])).toEqual([
      ["qr", "2026-03-05T01:30:00.000Z"],
      ["kiosk", "2026-03-05T08:30:00.250Z"],
      ["import", "2026-03-05T01:30:00.000Z"],
      ["import", "2026-03-04T17:00:00.000Z"],
    ]);
    expect(records[0]?.unitId).toBe("17");
    expect(records[2]?.startedAt).toBe("2024-03-01T02:30:00.000Z");
  });
});

describe("bad rows", () => {
  it("are each reported with line, column, value and reason, several per row", async () => {
    const { records, messages } = await readWhole(
      clinicCsv([
        { response_id: "r1", unit_code: "u", A1: 7, A2: "4.5", "C2.2": 2, G2: 5, E8: "x", G1: 201 },
        { response_id: "", unit_code: "", A1: 4 },
        { response_id: "r3", unit_code: "*", G1: '"98,5"', H1: "dài quá hai mươi chữ cái" },
        { response_id: "r4", unit_code: "u", G1: -1 },
        { response_id: "r5", unit_code: "u", G1: "1e999" },
        { response_id: "r6", unit_code: "u", A1: 4 },
      ]),
    );
    expect(records.map(({ responseId }) => responseId)).toEqual(["r6"]);
    expect(messages).toEqual([
      "dòng 2, cột A1, giá trị «7»: không phải mức của thang đo; các giá trị: 1, 2, 3, 4, 5, 0",
      "dòng 2, cột A2, giá trị «4.5»: không phải số nguyên; các giá trị: 1, 2, 3, 4, 5, 0",
      "dòng 2, cột C2.2, giá trị «2»: phải là 0, 1 hoặc để trống",
      "dòng 2, cột G2, giá trị «5»: không phải lựa chọn của câu hỏi; các giá trị: 1, 4, 6",
      "dòng 2, cột E8, giá trị «x»: không phải số nguyên; các giá trị: 1, 2, 3, 4, 5, 0",
      "dòng 2, cột G1, giá trị «201»: lớn hơn giá trị lớn nhất 200",
      "dòng 3, cột response_id, giá trị «»: không được để trống",
      "dòng 3, cột unit_code, giá trị «»: không được để trống",
      "dòng 4, cột G1, giá trị «98,5»: dùng dấu chấm làm dấu thập phân",
      expect.stringContaining("dòng 4, cột H1, giá trị «dài quá hai mươi chữ cái»"),
      "dòng 4, cột unit_code, giá trị «*»: «*» dành cho tất cả đơn vị gộp lại",
      "dòng 5, cột G1, giá trị «-1»: nhỏ hơn giá trị nhỏ nhất 0",
      "dòng 6, cột G1, giá trị «1e999»: không phải số",
    ]);
  });

  it("have an unknown channel or a time that is none", async () => {
    const columns = ["response_id", "unit_code", "channel", "submitted_at"];
    const row = (response_id: string, channel: string, submitted_at: string) => ({
      ...{ response_id, unit_code: "u", channel, submitted_at },
    });
    const { messages } = await readWhole(
      clinicCsv(
        [row("a", "zalo", "05/03/2026"), row("b", "QR", "2026-02-30T08:00"), row("c", "qr", "2026-03-05T25:00")],
        columns,
      ),
    );
    const channels = "không phải kênh; các kênh: qr, kiosk, paper, interviewer, phone, link, import";
    const time = "không đọc được thành ngày giờ; viết năm-tháng-ngày, ví dụ 2026-03-05 hoặc 2026-03-05T08:30";
    expect(messages).toEqual([
      `dòng 2, cột channel, giá trị «zalo»: ${channels}`,
      `dòng 2, cột submitted_at, giá trị «05/03/2026»: viết năm trước, rồi tháng, rồi ngày: 2026-03-05`,
      `dòng 3, cột channel, giá trị «QR»: ${channels}`,
      `dòng 3, cột submitted_at, giá trị «2026-02-30T08:00»: ${time}`,
      `dòng 4, cột submitted_at, giá trị «2026-03-05T25:00»: ${time}`,
    ]);
  });

  it("have another number of cells than the header", async () => {
    const { messages, records } = await readWhole("response_id,unit_code,A1\nr1,u\nr2,u,4,5\nr3,u,4\n");
    expect(records).toHaveLength(1);
    expect(messages).toEqual([
      "dòng 2, giá trị «r1 | u»: dòng có 2 ô, tiêu đề có 3 cột",
      "dòng 3, giá trị «r2 | u | 4 | 5»: dòng có 4 ô, tiêu đề có 3 cột",
    ]);
  });

  it("repeat a known response_id with other content; the same content is passed over", async () => {
    const { records, messages, warnings } = await readWhole(
      "response_id,unit_code,A1,note\nr1,u,4,x\nr1,u,4,y\nr1,u,5,x\nr2,u,4,x\nr1,v,4,x\n",
    );
    expect(records.map(({ responseId }) => responseId)).toEqual(["r1", "r2"]);
    expect(messages).toEqual([
      "dòng 4, cột response_id, giá trị «r1»: mã phiếu đã có ở dòng 2 với nội dung khác",
      "dòng 6, cột response_id, giá trị «r1»: mã phiếu đã có ở dòng 2 với nội dung khác",
    ]);
    expect(warnings).toContain("Bỏ qua 1 dòng lặp lại nguyên vẹn một dòng trước");
  });

  it("show long values shortened", async () => {
    const { problems } = await readWhole(clinicCsv([{ response_id: "r1", unit_code: "u", A1: "9".repeat(500) }]));
    expect(problems[0]?.value).toBe(`${"9".repeat(60)}…`);
  });
});

describe("a header", () => {
  it("must have the required columns", async () => {
    const { messages } = await readWhole("id,A1\nr1,4\n");
    expect(messages).toEqual([
      "dòng 1, cột response_id, giá trị «»: thiếu cột bắt buộc",
      "dòng 1, cột unit_code, giá trị «»: thiếu cột bắt buộc",
    ]);
  });

  it("may stand after blank lines, which do not decide the separator", async () => {
    const { messages } = await readWhole("\n \nresponse_id,unit_code,A1\nr1,u,4\n");
    expect(messages).toEqual([]);
  });

  it("may not repeat a column that means something", async () => {
    const { messages } = await readWhole("response_id,unit_code,A1, A1 ,x,x\nr1,u,4,5,,\n");
    expect(messages).toEqual(["dòng 1, cột A1, giá trị «A1»: tên cột bị lặp lại"]);
  });

  it("tells which columns are passed over and which items were not asked", async () => {
    const { warnings } = await readWhole("response_id,unit_code,A1,note,,weight,C2.1,C2,A1.other\nr1,u,4,,,1.5,1,,\n");
    expect(warnings).toEqual([
      "Cột ngoài phiếu, bỏ qua: note, (cột 5 không tên), C2, A1.other",
      "Cột thiết kế mẫu, bỏ qua vì không có tệp thiết kế: weight",
      "Câu hỏi không có cột, coi như không được hỏi: A2, G2, E8, G1, H1",
      "Lựa chọn không có cột, coi như không ai chọn: C2.2, C2.3",
    ]);
  });

  it("is missed in an empty file", async () => {
    expect((await readWhole("")).messages).toEqual(["dòng 1, giá trị «»: tệp trống"]);
    expect((await readWhole("\n\n")).messages).toEqual(["dòng 1, giá trị «»: tệp trống"]);
    expect((await readWhole("\uFEFF")).messages).toEqual(["dòng 1, giá trị «»: tệp trống"]);
  });

  it("alone is a file of no responses", async () => {
    for (const text of [CLINIC_COLUMNS.join(","), CLINIC_COLUMNS.join(";"), `${CLINIC_COLUMNS.join(",")}\r\n`])
      expect(await readWhole(text)).toEqual({ records: [], problems: [], messages: [], warnings: [] });
  });
});

describe("routing", () => {
  it("leaves out answers to items that were not asked and counts them", async () => {
    const { records, warnings } = await readWhole(
      clinicCsv([
        { response_id: "r1", unit_code: "u", G2: 1, E8: 4 },
        { response_id: "r2", unit_code: "u", E8: 5 },
        { response_id: "r3", unit_code: "u", G2: 4, E8: 5 },
      ]),
    );
    expect(records.map(({ answers }) => answers)).toEqual([{ G2: 1 }, {}, { G2: 4, E8: 5 }]);
    expect(warnings).toEqual(["Bỏ qua 2 câu trả lời cho câu không được hỏi: E8 (2)"]);
  });

  it("takes an item whose condition has no column for not asked", async () => {
    const { records, warnings } = await readWhole("response_id,unit_code,E8\nr1,u,4\n", 7, {
      ...CLINIC,
      items: CLINIC.items.filter(({ code }) => code === "G2" || code === "E8"),
    });
    expect(records[0]?.answers).toEqual({});
    expect(warnings).toEqual([
      "Câu hỏi không có cột, coi như không được hỏi: G2",
      "Bỏ qua 1 câu trả lời cho câu không được hỏi: E8 (1)",
    ]);
  });
});

describe("a file that cannot be read on", () => {
  it("is not UTF-8", async () => {
    const utf16 = Buffer.from("\uFEFFresponse_id,unit_code\n", "utf16le");
    expect((await readWhole(utf16)).messages[0]).toContain("không phải UTF-8");
    const good = "response_id,unit_code,H1\nr1,u,x\nr2,u,t";
    const latin = Buffer.concat([Buffer.from(good), Buffer.from([0xe9, 0x74, 0x0a])]);
    await expect(readWhole(latin)).rejects.toThrow("không phải UTF-8");
    const cut = Buffer.from(`${good}ố`).subarray(0, -1);
    await expect(readWhole(cut)).rejects.toThrow("không phải UTF-8");
  });

  it("opens a quote that never closes; the rows before it were read", async () => {
    const text = 'response_id,unit_code,H1\nr1,u,x\nr2,u,"y\nr3,u,z\n';
    await expect(readWhole(text)).rejects.toThrow("dòng 3, giá trị «»: dấu ngoặc kép mở ra mà không đóng lại");
  });
});
