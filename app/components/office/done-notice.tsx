/** Says that a step is done. The region stands there before its text does, so that screen readers announce it. */
export function DoneNotice({ message }: { message: string | null }) {
  return <div role="status">{message && <p className="notice notice-good">{message}</p>}</div>;
}
