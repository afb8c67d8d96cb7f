import { Form, Link, NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { useText } from "~/i18n/use-text";

interface OfficeShellProps {
  province: string;
  navigation: readonly { to: string; label: string }[];
  account: { name: string; role: string };
  children: ReactNode;
}

/** Frame of every officers' screen: name and province, navigation, account, content. */
export function OfficeShell({ province, navigation, account, children }: OfficeShellProps) {
  const { product, office } = useText();
  return (
    <>
      <a className="skip" href="#content">
        {product.skipToContent}
      </a>
      <header className="office-bar">
        <div className="office-bar-inner">
          <Link className="office-brand" to="/surveys">
            {product.name} · <span>{province}</span>
          </Link>
          <UserMenu {...account} />
          <nav className="office-nav" aria-label={office.navigation}>
            <ul>
              {navigation.map(({ to, label }) => (
                <li key={to}>
                  <NavLink to={to}>{label}</NavLink>
                </li>
              ))}
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
          <span className="sub">{role}</span>
        </p>
        <Link to="/account">{office.ownAccount}</Link>
        <Form method="post" action="/sign-out" reloadDocument>
          <button className="button button-quiet" type="submit">
            {office.signOut}
          </button>
        </Form>
      </div>
    </details>
  );
}
