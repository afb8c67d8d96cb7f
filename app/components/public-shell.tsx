import type { ReactNode } from "react";
import { LANGUAGE_NAMES, LANGUAGES } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import { LanguageProvider, useText } from "~/i18n/use-text";
import { sendingAddress } from "./public-form/sending-address";
import { SimulatedBanner } from "./simulated-banner";

interface PublicShellProps {
  language: Language;
  province: string;
  /** Address of this page in a language; without it the page has no language switch. */
  addressIn?: ((language: Language) => string) | undefined;
  /** Id of a form on the page: the switch sends its answers along, so that none is lost. */
  switchForm?: string | undefined;
  simulated?: boolean;
  footer?: ReactNode;
  children: ReactNode;
}

/** Frame of every page that citizens see: name and province, language switch, content, foot. */
export function PublicShell(props: PublicShellProps) {
  const { language, province, addressIn, switchForm, simulated = false, footer, children } = props;
  return (
    <LanguageProvider value={language}>
      <SkipLink />
      <header>
        {simulated && <SimulatedBanner />}
        <div className="bar">
          <Brand province={province} />
          {/* Enter sends a form by its first button, which must not be the one that switches the language. */}
          {switchForm && <button type="submit" form={switchForm} hidden data-default />}
          {addressIn && <LanguageSwitch language={language} addressIn={addressIn} form={switchForm} />}
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

interface LanguageSwitchProps {
  language: Language;
  addressIn: (language: Language) => string;
  form: string | undefined;
}

function LanguageSwitch({ language, addressIn, form }: LanguageSwitchProps) {
  const { product } = useText();
  return (
    <nav className="languages" aria-label={product.languageSwitch}>
      {LANGUAGES.map((other) =>
        other === language ? (
          <span key={other} aria-current="true" lang={other}>
            {LANGUAGE_NAMES[other]}
          </span>
        ) : form ? (
          <button
            key={other}
            type="submit"
            form={form}
            formAction={sendingAddress(other)}
            name="intent"
            value="show"
            lang={other}
            data-address={addressIn(other)}
          >
            {LANGUAGE_NAMES[other]}
          </button>
        ) : (
          <a key={other} href={addressIn(other)} hrefLang={other} lang={other}>
            {LANGUAGE_NAMES[other]}
          </a>
        ),
      )}
    </nav>
  );
}
