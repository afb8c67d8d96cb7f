import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskPersonalData } from "~/comments/mask-personal-data";

describe("personal data in comments", () => {
  it.each([
    "0912345678",
    "0912 345 678",
    "0912.345.678",
    "091-234-5678",
    "0 9 1 2 3 4 5 6 7 8",
    "+84912345678",
    "(+84) 912 345 678",
    "84 912 345 678",
    "02373852246",
    "(0237) 3852 246",
    "0237.3852.246",
  ])("masks the telephone number %s", (number) => {
    expect(maskPersonalData(`Gọi tôi ${number} nhé`)).toBe("Gọi tôi [số điện thoại] nhé");
  });

  it.each(["038201012345", "038 201 012 345", "0382 0101 2345", "171234567", "171 234 567", "171.234.567"])(
    "masks %s, which may be the number of a citizen's paper",
    (number) => {
      expect(maskPersonalData(`CCCD: ${number}.`)).toBe("CCCD: [số giấy tờ].");
    },
  );

  it.each(["le.thi.hoa@gmail.com", "hoa_le+1@thanhhoa.gov.vn", "hoa @ gmail.com", "hoa@gmail"])(
    "masks the address %s",
    (address) => {
      expect(maskPersonalData(`Thư: ${address}, cảm ơn`)).toBe("Thư: [thư điện tử], cảm ơn");
    },
  );

  it("masks other long numbers, and numbers that stand beside dates and hours", () => {
    expect(maskPersonalData("Thẻ GD4383812345678")).toBe("Thẻ GD[dãy số]");
    expect(maskPersonalData("ngày 20.10.2026 0912345678 12 giờ")).toBe("ngày 20.10.2026 [số điện thoại] 12 giờ");
    expect(maskPersonalData("0912345678/0987654321")).toBe("[số điện thoại]/[số điện thoại]");
    expect(maskPersonalData("038201012345 - 0912345678")).toBe("[số giấy tờ] - [số điện thoại]");
  });

  it.each([
    "Đợi từ 8 giờ đến 10 giờ 30, ngày 05.10.2026 10 giờ gọi số 25.",
    "Đóng 150.000 đồng rồi 1.150.000.000 đồng, 150.000.000đ, 150000000 đồng",
    "Phòng 205, quầy 3, tổng đài 19001234 không ai nghe",
    "Năm 2025, 2026; điểm 4,5/5; 100%",
    "",
  ])("leaves «%s» as it is", (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });

  it("leaves no nine digits together, whatever stands around them", () => {
    const text = fc.string({ unit: fc.constantFrom(..."0123456789 .-ab"), maxLength: 60 });
    fc.assert(
      fc.property(text, (any) => {
        expect(maskPersonalData(any)).not.toMatch(/\d{9}/);
      }),
    );
  });

  it("is quick on the longest text a form takes", () => {
    const started = performance.now();
    for (const unit of ["a", "0 ", "1.", "@a", "84"]) maskPersonalData(unit.repeat(2000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
