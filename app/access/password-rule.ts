import { z } from "zod";

/** Shortest password that a person may choose (NIST SP 800-63B asks for 8 with a second factor, 15 without; 12 lies between). */
export const MINIMUM_PASSWORD_LENGTH = 12;

/** A new password, typed twice so that a slip of the finger locks nobody out. */
export const newPasswordFields = {
  next: z
    .string("Nhập mật khẩu mới")
    .min(1, { error: "Nhập mật khẩu mới", abort: true })
    .min(MINIMUM_PASSWORD_LENGTH, `Mật khẩu mới phải có ít nhất ${MINIMUM_PASSWORD_LENGTH} ký tự`)
    .max(500, "Mật khẩu mới dài quá 500 ký tự"),
  again: z.string("Nhập lại mật khẩu mới").min(1, "Nhập lại mật khẩu mới"),
};

/** What is wrong when both are there and differ. */
export const PASSWORDS_DIFFER = { path: ["again"], message: "Hai lần nhập mật khẩu mới khác nhau" };
