import { useMessages } from "~/i18n/use-words";

/** Says that a step is done. The region stands there before its text does, so that screen readers announce it. */
export function DoneNotice({ message }: { message: string | null }) {
  const tell = useMessages();
  return <div role="status">{message && <p className="notice notice-good">{tell(message)}</p>}</div>;
}
