import type { ReactNode } from "react";

/** Head cell over a column of figures. */
export function NumericHeading({ children, title }: { children: ReactNode; title?: string }) {
  return (
    <th scope="col" className="numeric" title={title}>
      {children}
    </th>
  );
}
