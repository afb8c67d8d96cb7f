import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { useWords } from "~/i18n/use-words";
import { Facts } from "./facts";

interface OwnPlace {
  surveyId: number;
  title: string;
  closesOn: string;
  pseudonym: string;
  pointId: number;
  pointLabel: string;
  unitName: string;
  today: number;
  total: number;
  open: boolean;
}

/** The surveys and points of an interviewer: what is done, and one tap to the form. */
export function OwnInterviews({ places }: { places: readonly OwnPlace[] }) {
  const t = useWords();
  if (places.length === 0) {
    return (
      <p className="empty-state">
        {t(
          "Chưa được phân công ở đợt khảo sát nào đang mở. Cán bộ đơn vị phân công tại trang “Điều tra viên” của đợt.",
        )}
      </p>
    );
  }
  return (
    <>
      {places.map((place) => (
        <section key={`${place.surveyId}-${place.pointId}`} className="card">
          <h2>
            {place.unitName} · {place.pointLabel}
          </h2>
          <p>
            {place.title}
            <span className="sub">{t("Nhận phiếu đến hết ngày {day}", { day: formatDay(place.closesOn) })}</span>
          </p>
          <Facts
            facts={[
              [t("Mã điều tra viên"), place.pseudonym],
              [t("Hôm nay"), formatCount(place.today)],
              [t("Tất cả"), formatCount(place.total)],
            ]}
          />
          {place.open ? (
            <form method="post">
              <input type="hidden" name="surveyId" value={place.surveyId} />
              <input type="hidden" name="pointId" value={place.pointId} />
              <button type="submit" className="button">
                {t("Mở phiếu")}
              </button>
            </form>
          ) : (
            <p className="muted">{t("Đợt khảo sát chưa mở hoặc đã đóng.")}</p>
          )}
        </section>
      ))}
    </>
  );
}
