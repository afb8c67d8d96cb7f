import type { ReactNode } from "react";
import { LANGUAGE_NAMES, LANGUAGES } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import { LanguageProvider, useText } from "~/i18n/use-text";
import { SimulatedBanner } from "./simulated-banner";

interface PublicShellProps {
  language: Language;
  province: string;
  /** Address of this page in a language; without it the page has no language switch. */
  addressIn?: ((language: Language) => string) | undefined;
  simulated?: boolean;
  footer?: ReactNode;
  children: ReactNode;
}

/** Frame of every page that citizens see: name and province, language switch, content, foot. */
export function PublicShell({ language, province, addressIn, simulated = false, footer, children }: PublicShellProps) {
  return (
    <LanguageProvider value={language}>
      <SkipLink />
      <header>
        {simulated && <SimulatedBanner />}
        <div className="bar">
          <Brand province={province} />
          {addressIn && <LanguageSwitch language={language} addressIn={addressIn} />}
        </div>
      </header>
      <main id="content" className="page">
        {children}
      </main>
      {footer && <footer className="foot">{footer}</footer>}
    </LanguageProvider>
  );
}

function SkipLink() {
  return (
    <a className="skip" href="#content">
      {useText().product.skipToContent}
    </a>
  );
}

function Brand({ province }: { province: string }) {
  return (
    <p className="brand" lang="vi">
      <b>{useText().product.name}</b> <span>{province}</span>
    </p>
  );
}

function LanguageSwitch({ language, addressIn }: { language: Language; addressIn: (language: Language) => string }) {
  const { product } = useText();
  return (
    <nav className="languages" aria-label={product.languageSwitch}>
      {LANGUAGES.map((other) =>
        other === language ? (
          <span key={other} aria-current="true" lang={other}>
            {LANGUAGE_NAMES[other]}
          </span>
        ) : (
          <a key={other} href={addressIn(other)} hrefLang={other} lang={other}>
            {LANGUAGE_NAMES[other]}
          </a>
        ),
      )}
    </nav>
  );
}
