import { textFor } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import { PublicShell } from "../public-shell";
import { DeviceNotes } from "./device-notes";
import { Tick } from "./thanks-page";

interface SavedPageProps {
  language: Language;
  province: string;
  point: { code: string; label: string; unitName: string };
  simulated: boolean;
  addressIn: (language: Language) => string;
  /** A fresh form, for the next person at the same device; null where there is none. */
  formAddress: string | null;
}

/** Title of the page in a browser's tab. */
export function savedPageTitle(language: Language = "vi"): string {
  const { product, saved } = textFor(language);
  return `${saved.title} – ${product.name}`;
}

/** After sending without a network: the device keeps the form and will send it. Shown by the service worker only. */
export function SavedPage({ language, province, point, simulated, addressIn, formAddress }: SavedPageProps) {
  const { form, saved } = textFor(language);
  return (
    <PublicShell language={language} province={province} addressIn={addressIn} simulated={simulated}>
      <div className="lead" data-kept={point.code}>
        <Tick />
        <p className="place" lang="vi">
          {form.at(point.label, point.unitName)}
        </p>
        <h1 data-when-sent={saved.sent}>{saved.title}</h1>
        <p data-offline>{saved.text}</p>
        <p data-offline className="soft">
          {saved.check}
        </p>
      </div>
      <DeviceNotes />
      {formAddress && (
        <p>
          <a href={formAddress}>{saved.again}</a>
        </p>
      )}
    </PublicShell>
  );
}
