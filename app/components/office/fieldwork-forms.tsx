import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { COUNTED_CHANNELS, type FieldworkRefusal } from "~/surveys/read-fieldwork-form";
import { useChannelNames } from "./channel-name";
import { ProblemSummary } from "./problem-summary";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

/** Two short forms for officers: whom to call at a unit, and the forms that were counted by hand. */
export function FieldworkForms({
  units,
  failed,
  contactOf,
}: {
  units: readonly { key: string; name: string }[];
  failed: FieldworkRefusal | null;
  /** The unit whose contact was asked for. */
  contactOf: string | null;
}) {
  const t = useWords();
  const nameOf = useChannelNames();
  const options = units.map(({ key, name }) => ({ value: key, label: name }));
  const of = (change: string) => {
    const own = failed?.change === change ? failed : null;
    return { problems: own?.problems ?? [], values: own?.values ?? {}, open: own !== null };
  };
  const [contact, forms] = [of("contact"), of("forms")];
  return (
    <section className="form-stack no-print" aria-labelledby="forms-heading">
      <h2 id="forms-heading">{t("Ghi thêm")}</h2>
      <details id="contact-form" key={contactOf} className="card" open={contact.open || contactOf !== null}>
        <summary>{t("Người liên hệ của đơn vị")}</summary>
        <Form method="post" className="form-stack">
          <ProblemSummary problems={contact.problems} />
          <input type="hidden" name="change" value="contact" />
          {/* Both forms have a field for the unit, and ids stand once on a page. */}
          <SelectField
            name="unit"
            label={t("Đơn vị")}
            options={options}
            value={contact.values.unit ?? contactOf ?? undefined}
            problems={contact.problems}
          />
          <TextField
            name="name"
            label={t("Họ tên hoặc chức danh")}
            hint={t("Chỉ cán bộ, không ghi người trả lời. Để trống cả hai ô là xóa.")}
            value={contact.values.name}
            problems={contact.problems}
          />
          <TextField name="phone" label={t("Điện thoại")} value={contact.values.phone} problems={contact.problems} />
          <div>
            <button type="submit" className="button">
              {t("Lưu người liên hệ")}
            </button>
          </div>
        </Form>
      </details>
      <details className="card" open={forms.open}>
        <summary>{t("Số phiếu phát ra, thu về đếm tay")}</summary>
        <Form method="post" className="form-stack">
          <ProblemSummary problems={forms.problems} />
          <input type="hidden" name="change" value="forms" />
          <label className="field">
            {t("Đơn vị")}
            <select name="unit" defaultValue={forms.values.unit ?? ""} required>
              <option value="">{t("Chọn…")}</option>
              {options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <SelectField
            name="channel"
            label={t("Kênh")}
            hint={t("Phiếu giấy theo lô và mã mời được cộng sẵn; ở đây chỉ ghi phần phát ngoài hệ thống.")}
            options={COUNTED_CHANNELS.map((channel) => ({ value: channel, label: nameOf(channel) }))}
            value={forms.values.channel}
            problems={forms.problems}
          />
          <TextField name="issued" label={t("Phiếu phát ra")} value={forms.values.issued} problems={forms.problems} />
          <TextField
            name="returned"
            label={t("Phiếu thu về")}
            hint={t("Để trống thì lấy số phiếu đã nhận trên hệ thống.")}
            value={forms.values.returned}
            problems={forms.problems}
          />
          <div>
            <button type="submit" className="button">
              {t("Lưu số phiếu")}
            </button>
          </div>
        </Form>
      </details>
    </section>
  );
}
