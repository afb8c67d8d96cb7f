import type { ToldError } from "~/components/describe-error";
import { useText } from "~/i18n/use-text";
import { useMessages } from "~/i18n/use-words";

interface OfficeErrorProps extends ToldError {
  status: number;
  /** Finds the entry in the log; shown for failures of ours only. */
  requestId?: string | undefined;
}

/** What an officer reads in place of a page or a file that cannot be had: the reason, and a way on within the office. */
export function OfficeError({ status, title: ownTitle, detail, requestId, back }: OfficeErrorProps) {
  const { errors, office } = useText();
  const tell = useMessages();
  const [title, text] = errors.byStatus[status] ?? [errors.otherTitle, errors.otherText];
  return (
    <>
      <header className="page-header">
        <h1>{ownTitle ? tell(ownTitle) : title}</h1>
      </header>
      <p>{detail ? tell(detail) : text}</p>
      {status === 403 && <p className="muted">{office.askForRights}</p>}
      {status >= 500 && requestId && <p className="muted">{errors.requestId(requestId)}</p>}
      <p>
        <a className="button" href={back?.address ?? "/surveys"}>
          {back ? tell(back.label) : office.back}
        </a>
      </p>
    </>
  );
}

/** The same without the frame of the office, for where nothing is known of who is signed in. */
export function BareOfficeError({ province, ...error }: OfficeErrorProps & { province: string }) {
  const { product } = useText();
  return (
    <main id="content" className="sign-in">
      <p className="sign-in-brand">
        {product.name} <span>{province}</span>
      </p>
      <OfficeError {...error} />
    </main>
  );
}
