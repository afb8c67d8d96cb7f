import type { ReactNode } from "react";
import { textFor } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import { PublicShell } from "../public-shell";

interface ResultsShellProps {
  language: Language;
  province: string;
  simulated: boolean;
  addressIn: (language: Language) => string;
  /** Pages above this one, the widest first. */
  above: readonly { name: string; address: string; vietnamese?: boolean }[];
  children: ReactNode;
}

/** Frame of the public pages of results: that of every public page, and the way back up. */
export function ResultsShell({ language, province, simulated, addressIn, above, children }: ResultsShellProps) {
  const { results } = textFor(language);
  return (
    <PublicShell language={language} province={province} simulated={simulated} addressIn={addressIn}>
      {above.length > 0 && (
        <nav className="above" aria-label={results.path}>
          <ol>
            {above.map(({ name, address, vietnamese }) => (
              <li key={address} lang={vietnamese ? "vi" : undefined}>
                <a href={address}>{name}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {children}
    </PublicShell>
  );
}
