import { useEffect, useRef } from "react";
import type { Role } from "~/access/roles";
import { ROLE_NAMES, uncapitalized } from "~/i18n/names";
import type { FieldProblem } from "./problem-summary";

/** What came of the last thing done on the accounts page. */
export type AccountOutcome =
  | { kind: "created"; username: string; displayName: string; role: Role; unitName: string; password: string }
  | { kind: "reset"; username: string; password: string }
  | { kind: "locked"; username: string }
  | { kind: "unlocked"; username: string }
  | {
      kind: "refused";
      /** A sentence about an account in the table; null when the new account's fields have the problems. */
      message: string | null;
      problems: readonly FieldProblem[];
      values: Record<string, string>;
    };

/** Says at the top of the page what was done, with the one-time password where there is one; focus moves here. */
export function AccountOutcomeNotice({ outcome }: { outcome: AccountOutcome }) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome.kind !== "refused" || outcome.message !== null) notice.current?.focus();
  }, [outcome]);
  if (outcome.kind === "refused") {
    if (outcome.message === null) return null;
    return (
      <div ref={notice} className="notice notice-error" role="alert" tabIndex={-1}>
        <p>{outcome.message}</p>
      </div>
    );
  }
  return (
    <div ref={notice} className="notice notice-good" role="status" tabIndex={-1}>
      <Done outcome={outcome} />
    </div>
  );
}

function Done({ outcome }: { outcome: Exclude<AccountOutcome, { kind: "refused" }> }) {
  const name = <strong>{outcome.username}</strong>;
  if (outcome.kind === "locked") {
    return <p>Đã khóa tài khoản {name}. Người dùng không đăng nhập được cho đến khi tài khoản được mở khóa.</p>;
  }
  if (outcome.kind === "unlocked") return <p>Đã mở khóa tài khoản {name}. Mật khẩu cũ dùng lại được.</p>;
  return (
    <>
      {outcome.kind === "created" ? (
        <p>
          Đã tạo tài khoản {name} cho {outcome.displayName}: {uncapitalized(ROLE_NAMES[outcome.role])}, phạm vi{" "}
          {outcome.unitName}.
        </p>
      ) : (
        <p>Đã cấp lại mật khẩu cho {name}. Mật khẩu cũ không dùng được nữa.</p>
      )}
      <p>
        Mật khẩu dùng một lần: <strong className="code">{outcome.password}</strong>
      </p>
      <p>
        Mật khẩu chỉ hiện lần này: xin chép lại và trao tận tay. Người dùng phải đặt mật khẩu riêng khi đăng nhập lần
        đầu.
      </p>
    </>
  );
}
