/** Shortest password that a person may choose (NIST SP 800-63B asks for 8 with a second factor, 15 without; 12 lies between). */
export const MINIMUM_PASSWORD_LENGTH = 12;
