import { useWords } from "~/i18n/use-words";

/** How to set up a tablet, in steps that somebody who knows a phone can follow; prints on one sheet. */
export function KioskGuide({ address }: { address: string }) {
  const t = useWords();
  return (
    <div className="guide">
      <section aria-labelledby="guide-before">
        <h2 id="guide-before">{t("1. Chuẩn bị")}</h2>
        <ul>
          <li>{t("Máy tính bảng Android 8 trở lên, màn hình từ 8 inch, trình duyệt Chrome đã cập nhật.")}</li>
          <li>
            {t(
              "Không đăng nhập tài khoản Google, Zalo hay thư của ai. Nếu máy đã dùng: sao lưu rồi đặt lại máy về ban đầu.",
            )}
          </li>
          <li>{t("Đặt khóa màn hình bằng mã PIN chỉ cán bộ biết.")}</li>
        </ul>
      </section>
      <section aria-labelledby="guide-enrol">
        <h2 id="guide-enrol">{t("2. Ghép máy với điểm khảo sát")}</h2>
        <ol>
          <li>
            {t("Trên máy của cán bộ: mục Máy tính bảng, bấm “Thêm máy”, chọn điểm, ghi nơi đặt máy. Mã hiện một lần.")}
          </li>
          <li>
            {t("Trên máy tính bảng: mở Chrome, vào")} <strong className="code">{address}</strong>
            {t(", nhập mã trong 30 phút.")}
          </li>
          <li>
            {t(
              "Phiếu khảo sát hiện ra. Ở menu ⋮ của Chrome chọn “Thêm vào màn hình chính” để mở lại bằng một lần chạm.",
            )}
          </li>
        </ol>
      </section>
      <section aria-labelledby="guide-pin">
        <h2 id="guide-pin">{t("3. Ghim màn hình, để người dùng không thoát ra được")}</h2>
        <ol>
          <li>
            {t(
              "Mở Cài đặt › Bảo mật (có máy ghi “Bảo mật và quyền riêng tư” › “Cài đặt bảo mật khác”) › Ghim ứng dụng (máy cũ: Ghim màn hình). Bật lên, và bật “Yêu cầu mã PIN trước khi bỏ ghim”.",
            )}
          </li>
          <li>{t("Mở phiếu khảo sát, chạm vào màn hình một lần để phiếu hiện toàn màn hình.")}</li>
          <li>{t("Mở danh sách ứng dụng gần đây, chạm vào biểu tượng Chrome phía trên cửa sổ, chọn “Ghim”.")}</li>
          <li>
            {t(
              "Bỏ ghim khi cần: giữ đồng thời nút Quay lại và nút Gần đây (máy dùng cử chỉ: vuốt từ đáy lên và giữ), rồi nhập mã PIN.",
            )}
          </li>
        </ol>
      </section>
      <section aria-labelledby="guide-power">
        <h2 id="guide-power">{t("4. Điện và mạng")}</h2>
        <ul>
          <li>
            {t(
              "Cắm sạc liên tục trong giờ làm việc, dây cố định; ban đêm rút sạc hoặc dùng ổ hẹn giờ để pin đỡ phồng.",
            )}
          </li>
          <li>{t("Màn hình tự giữ sáng khi phiếu đang mở. Đặt độ sáng vừa phải, tránh nắng chiếu vào.")}</li>
          <li>
            {t(
              "Nối Wi-Fi của đơn vị có mật khẩu, chọn “Tự động kết nối”. Không dùng mạng phải đăng nhập lại qua trang web.",
            )}
          </li>
          <li>
            {t(
              "Mất mạng vẫn trả lời được: phiếu nằm trên máy và tự gửi khi có mạng. Không xóa dữ liệu của Chrome khi cột “Phiếu chờ gửi” khác 0.",
            )}
          </li>
        </ul>
      </section>
      <section aria-labelledby="guide-daily">
        <h2 id="guide-daily">{t("5. Hằng ngày")}</h2>
        <ul>
          <li>{t("Đầu giờ: xem máy sáng, phiếu hiện, danh sách máy ghi “đang dùng”. Lau màn hình.")}</li>
          <li>
            {t(
              "Sau 45 giây không ai chạm, máy hỏi “Còn ai ở đây không?”, thêm 15 giây thì xóa câu trả lời dở. Đó là chủ ý.",
            )}
          </li>
          <li>{t("Không đứng nhìn hay giúp bấm, trừ khi người dân nhờ.")}</li>
          <li>
            {t(
              "Máy báo “cần được ghép lại”: bấm “Cấp mã mới” ở dòng của máy rồi làm lại bước 2. Phiếu chưa gửi không mất.",
            )}
          </li>
          <li>{t("Máy mất hay hỏng: bấm “Thu hồi” ngay.")}</li>
        </ul>
      </section>
    </div>
  );
}
