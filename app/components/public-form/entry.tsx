import type { ItemOf } from "~/questionnaires/questionnaire-schema";
import { answerField, type FormValues, itemAnchor } from "~/responses/form-fields";

type EntryItem = ItemOf<"number" | "text">;

interface EntryProps {
  item: EntryItem;
  values: FormValues;
  locked: boolean;
  described: { "aria-describedby": string | undefined; "aria-invalid": true | undefined };
}

export function entryId(item: EntryItem): string {
  return `${itemAnchor(item.code)}-entry`;
}

/** The field of a number or a text. Numbers are typed as text: a browser drops what it does not take for a number. */
export function Entry({ item, values, locked, described }: EntryProps) {
  const name = answerField(item.code);
  const field = {
    ...described,
    className: "entry",
    id: entryId(item),
    name,
    defaultValue: values.get(name)?.[0],
    readOnly: locked,
    "aria-required": item.required || undefined,
  };
  if (item.type === "text") return <textarea {...field} rows={5} maxLength={item.max_length} />;
  return (
    <div className="number">
      <input {...field} inputMode="decimal" autoComplete="off" />
      {item.unit !== undefined && <span>{item.unit}</span>}
    </div>
  );
}
