import { useText } from "~/i18n/use-text";
import type { ItemOf, Localized, Scale } from "~/questionnaires/questionnaire-schema";
import { answerField, type FormValues, OTHER_MAX_LENGTH, otherTextField } from "~/responses/form-fields";
import { LocalizedText } from "../localized-text";

interface Entry {
  value: number;
  label: Localized;
  excluded: boolean;
}

interface Sent {
  values: FormValues;
  locked: boolean;
}

/** The levels of a scale as radios with words; levels outside the measure ("không có ý kiến") stand apart. */
export function Levels({ item, scale, ...sent }: Sent & { item: ItemOf<"scale">; scale: Scale }) {
  return <Groups className="levels" type="radio" name={answerField(item.code)} entries={scale.levels} {...sent} />;
}

/** The options of a choice item, with a text field where one of them is open. */
export function Options({ item, ...sent }: Sent & { item: ItemOf<"single" | "multiple"> }) {
  const type = item.type === "single" ? "radio" : "checkbox";
  const other = item.options.find((option) => option.other);
  const refusable = item.profile && !item.required && type === "radio" && !item.options.some((one) => one.excluded);
  return (
    <>
      <Groups type={type} name={answerField(item.code)} entries={item.options} refusable={refusable} {...sent} />
      {other && <OtherText code={item.code} label={other.label} {...sent} />}
    </>
  );
}

type Group = Sent & {
  type: "radio" | "checkbox";
  name: string;
  entries: readonly Entry[];
  className?: string;
  /** Offers to give no answer, where the question is about the person and has no such option of its own. */
  refusable?: boolean;
};

function Groups({ entries, className, refusable = false, ...rest }: Group) {
  const { form } = useText();
  const counted = entries.filter(({ excluded }) => !excluded);
  const apart = entries.filter(({ excluded }) => excluded);
  return (
    <>
      <div className={className}>
        {counted.map((entry) => (
          <Choice key={entry.value} entry={entry} {...rest} />
        ))}
      </div>
      {(apart.length > 0 || refusable) && (
        <div className="apart">
          {apart.map((entry) => (
            <Choice key={entry.value} entry={entry} {...rest} />
          ))}
          {refusable && (
            <label className="option">
              <input type="radio" name={rest.name} value="" disabled={rest.locked} />
              <span>{form.refuse}</span>
            </label>
          )}
        </div>
      )}
    </>
  );
}

function Choice({
  entry,
  type,
  name,
  values,
  locked,
}: Omit<Group, "entries" | "className" | "refusable"> & { entry: Entry }) {
  const value = String(entry.value);
  return (
    <label className="option">
      <input
        type={type}
        name={name}
        value={value}
        defaultChecked={values.get(name)?.includes(value) ?? false}
        disabled={locked}
      />
      <span>
        <LocalizedText value={entry.label} mark="short" />
      </span>
    </label>
  );
}

function OtherText({ code, label, values, locked }: Sent & { code: string; label: Localized }) {
  const { form } = useText();
  const name = otherTextField(code);
  return (
    <label className="other">
      <LocalizedText value={label} mark="short" /> – {form.otherText}
      <input
        className="entry"
        name={name}
        maxLength={OTHER_MAX_LENGTH}
        defaultValue={values.get(name)?.[0]}
        readOnly={locked}
        autoComplete="off"
      />
    </label>
  );
}
