interface UnitSearchProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Folds a list of units to those that match, in the page alone: what is ticked stays ticked. */
export function UnitSearch({ label, value, onChange }: UnitSearchProps) {
  return (
    <div className="field-inline needs-script">
      <label htmlFor="unit-search">{label}</label>
      <input
        id="unit-search"
        type="search"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          // Enter in the filter must not send the whole form.
          if (event.key === "Enter") event.preventDefault();
        }}
      />
    </div>
  );
}
