import { createContext, useContext } from "react";

/** Facts of the request being answered; known on the server only, so hydrated content must not depend on them. */
export interface RequestFacts {
  nonce: string | undefined;
  requestId: string | undefined;
  province: string | undefined;
  /** The document tells of a failure, of the page or of something inside it; it carries no script. */
  failed: boolean;
}

const RequestFactsContext = createContext<RequestFacts>({
  nonce: undefined,
  requestId: undefined,
  province: undefined,
  failed: false,
});

export const RequestFactsProvider = RequestFactsContext.Provider;

export function useRequestFacts(): RequestFacts {
  return useContext(RequestFactsContext);
}
