import { hashPassword } from "~/access/password.server";
import type { Role } from "~/access/roles";
import type { Viewer } from "~/access/viewer";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import type { Database } from "~db/open-database.server";
import { findAccountByUsername, insertAccount } from "~db/repositories/accounts";
import { findUnitId } from "~db/repositories/units";

/** One password for all demonstration accounts. It is no secret: a database that has it is refused in real use. */
const DEMO_PASSWORD = "hailong-demo-2026";

interface DemoAccount {
  username: string;
  displayName: string;
  role: Role;
  unitKey: string;
  sector: Sector | null;
}

const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { username: "quantri", displayName: "Quản trị viên (mẫu)", role: "administrator", unitKey: "th", sector: null },
  { username: "syt", displayName: "Cán bộ Sở Y tế (mẫu)", role: "designer", unitKey: "th-syt", sector: "health" },
  {
    username: "sgddt",
    displayName: "Cán bộ Sở Giáo dục và Đào tạo (mẫu)",
    role: "designer",
    unitKey: "th-sgddt",
    sector: "education",
  },
  {
    username: "ttpvhcc",
    displayName: "Cán bộ Trung tâm Phục vụ hành chính công (mẫu)",
    role: "designer",
    unitKey: "th-ttpvhcc",
    sector: "administration",
  },
  {
    username: "benhvien",
    displayName: "Cán bộ bệnh viện (mẫu)",
    role: "unit_officer",
    unitKey: "bv-dk-tinh",
    sector: null,
  },
  { username: "phantich", displayName: "Người phân tích (mẫu)", role: "analyst", unitKey: "th", sector: null },
  { username: "lanhdao", displayName: "Lãnh đạo tỉnh (mẫu)", role: "viewer", unitKey: "th", sector: null },
  { username: "dieutravien", displayName: "Điều tra viên (mẫu)", role: "interviewer", unitKey: "th-syt", sector: null },
];

/** What somebody needs to sign in to the demonstration. */
export interface SignInLine {
  username: string;
  password: string;
  role: Role;
}

export const SIGN_IN_LINES: readonly SignInLine[] = DEMO_ACCOUNTS.map(({ username, role }) => ({
  username,
  password: DEMO_PASSWORD,
  role,
}));

/** Adds the demonstration accounts that are not there yet. Their password need not be changed at first use. */
export async function addDemoAccounts(database: Database, now: Date): Promise<void> {
  for (const { unitKey, ...account } of DEMO_ACCOUNTS) {
    const unitId = await findUnitId(database, unitKey);
    if (unitId === null) throw new Error(`reference data have no unit ${unitKey} for the account ${account.username}`);
    await insertAccount(database, {
      ...account,
      unitId,
      passwordHash: await hashPassword(DEMO_PASSWORD),
      mustChangePassword: false,
      createdAt: now.toISOString(),
    });
  }
}

/** What somebody signed in to a demonstration account sees. */
export async function demoViewer(database: Database, username: string): Promise<Viewer> {
  const account = await findAccountByUsername(database, username);
  if (!account) throw new Error(`the demonstration has no account ${username}`);
  const { id, role, unitId, sector } = account;
  return { accountId: id, role, unitId, sector };
}
