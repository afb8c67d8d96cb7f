import { useLocation } from "@remix-run/react";
import { carriedFields } from "~/indices/carried-filter";

/** Hands the filter of the other rooms on through a form that asks for something else; `own` are fields that the form has itself. */
export function CarriedFields({ own = [] }: { own?: readonly string[] }) {
  return carriedFields(useLocation())
    .filter(([name]) => !own.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
