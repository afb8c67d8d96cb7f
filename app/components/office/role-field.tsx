import { ROLES } from "~/access/roles";
import { ROLE_EXPLANATIONS, ROLE_NAMES } from "~/i18n/names";
import { type FieldProblem, problemOf } from "./problem-summary";

/** Which role, each with what it may do, since the names alone do not tell. */
export function RoleField({ value, problems }: { value: string | undefined; problems: readonly FieldProblem[] }) {
  const problem = problemOf(problems, "role");
  return (
    <fieldset className="field" aria-describedby={problem && "role-problem"}>
      <legend>Vai trò</legend>
      {problem && (
        <p id="role-problem" className="problem">
          {problem}
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
            {ROLE_NAMES[role]}
            <span className="sub">{ROLE_EXPLANATIONS[role]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
