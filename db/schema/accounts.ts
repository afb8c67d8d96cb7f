import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { ROLES } from "~/access/roles";
import { SECTORS } from "~/questionnaires/questionnaire";
import { units } from "./units";

/** People who sign in: a role, and the unit subtree in which it holds. */
export const accounts = sqliteTable("accounts", {
  id: integer().primaryKey(),
  username: text().notNull().unique(),
  displayName: text().notNull(),
  /** Argon2id. */
  passwordHash: text().notNull(),
  /** A one-time password was handed out; nothing else opens before it is changed. */
  mustChangePassword: integer({ mode: "boolean" }).notNull().default(false),
  role: text({ enum: ROLES }).notNull(),
  unitId: integer()
    .notNull()
    .references(() => units.id),
  sector: text({ enum: SECTORS }),
  active: integer({ mode: "boolean" }).notNull().default(true),
  /** Language of the officers' screens. */
  language: text({ enum: ["vi", "en"] })
    .notNull()
    .default("vi"),
  createdAt: text().notNull(),
});

/**
 * Links by which a new person takes an account into use, or chooses a new password; used once. Only a hash of the link's
 * token is kept.
 */
export const accountLinks = sqliteTable(
  "account_links",
  {
    tokenHash: text().primaryKey(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    createdAt: text().notNull(),
    createdBy: integer().references(() => accounts.id),
    expiresAt: text().notNull(),
    usedAt: text(),
  },
  (table) => [index("account_links_account").on(table.accountId)],
);

/** Signed-in browsers. Only a hash of the cookie's token is kept, so that a copy of the file opens no session. */
export const sessions = sqliteTable(
  "sessions",
  {
    tokenHash: text().primaryKey(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
  },
  (table) => [index("sessions_account").on(table.accountId)],
);
