import { ROLES } from "~/access/roles";
import { useNames } from "~/i18n/use-names";
import { useMessages, useWords } from "~/i18n/use-words";
import { type FieldProblem, problemOf } from "./problem-summary";

/** Which role, each with what it may do, since the names alone do not tell. */
export function RoleField({ value, problems }: { value: string | undefined; problems: readonly FieldProblem[] }) {
  const t = useWords();
  const tell = useMessages();
  const { roles, roleExplanations } = useNames();
  const problem = problemOf(problems, "role");
  return (
    <fieldset className="field" aria-describedby={problem && "role-problem"}>
      <legend>{t("Vai trò")}</legend>
      {problem && (
        <p id="role-problem" className="problem">
          {tell(problem)}
        </p>
      )}
      {ROLES.map((role, index) => (
        <label key={role} className="check">
          {/* The first one bears the field's id: it is where the link of the problem summary leads. */}
          <input
            id={index === 0 ? "role" : undefined}
            type="radio"
            name="role"
            value={role}
            defaultChecked={value === role}
          />
          <span>
            {roles[role]}
            <span className="sub">{roleExplanations[role]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
