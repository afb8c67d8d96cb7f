import { useText } from "~/i18n/use-text";

/** The tablet's cookie is missing, or was revoked: what the staff must do, and that no form is lost. */
export function NotEnrolledView({ address }: { address: string }) {
  const { kiosk } = useText();
  return (
    <>
      <div className="lead">
        <h1>{kiosk.refusedTitle}</h1>
        <p>{kiosk.refusedText}</p>
      </div>
      <section className="card attention">
        <p>{kiosk.refusedOfficer}</p>
        <p>
          <strong>{address}</strong>
        </p>
        <p data-kept hidden data-text={kiosk.keptForms("{n}")} />
      </section>
    </>
  );
}
