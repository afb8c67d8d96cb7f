import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Role } from "~/access/roles";
import { LANGUAGE_NAMES, LANGUAGES } from "~/i18n";
import { useNames } from "~/i18n/use-names";
import { useLanguage, useText } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";

interface OfficeShellProps {
  province: string;
  /** `count` of a page: what waits there. */
  navigation: readonly { to: string; label: Phrase; count?: number }[];
  account: { name: string; role: Role };
  /** Whether the page has a router; one that stands for a file has none, and its links are plain. */
  routed?: boolean;
  children: ReactNode;
}

/** Frame of every officers' screen: name and province, navigation, account, content. */
export function OfficeShell({ province, navigation, account, routed = true, children }: OfficeShellProps) {
  const { product, office } = useText();
  const t = useWords();
  return (
    <>
      <a className="skip" href="#content">
        {product.skipToContent}
      </a>
      <header className="office-bar">
        <div className="office-bar-inner">
          <a className="office-brand" href="/surveys">
            {product.name} <span>{province}</span>
          </a>
          <UserMenu {...account} />
          <nav className="office-nav" aria-label={office.navigation}>
            <ul>
              {navigation.map(({ to, label, count = 0 }) => {
                const name = (
                  <>
                    {t(label)}
                    {count > 0 && (
                      <span className="nav-count">
                        <span aria-hidden="true">{count}</span>
                        <span className="visually-hidden">{t("{n} chưa xem", { n: count })}</span>
                      </span>
                    )}
                  </>
                );
                return <li key={to}>{routed ? <NavLink to={to}>{name}</NavLink> : <a href={to}>{name}</a>}</li>;
              })}
            </ul>
          </nav>
        </div>
      </header>
      <main id="content" className="office-page" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function UserMenu({ name, role }: OfficeShellProps["account"]) {
  const { roles } = useNames();
  const { office } = useText();
  return (
    <details className="user-menu">
      <summary>
        <span className="visually-hidden">{office.account}: </span>
        {name}
      </summary>
      <div className="user-menu-panel">
        <p>
          {name}
          <span className="sub">{roles[role]}</span>
        </p>
        <a href="/account">{office.ownAccount}</a>
        <LanguageSwitch />
        <form method="post" action="/sign-out">
          <button className="button button-quiet" type="submit">
            {office.signOut}
          </button>
        </form>
      </div>
    </details>
  );
}

/** A button for each language that is not in use; a plain form, so that the whole document comes back in it. */
function LanguageSwitch() {
  const language = useLanguage();
  return (
    <form method="post" action="/language">
      {LANGUAGES.filter((other) => other !== language).map((other) => (
        <button key={other} className="button button-quiet" type="submit" name="language" value={other} lang={other}>
          {LANGUAGE_NAMES[other]}
        </button>
      ))}
    </form>
  );
}
