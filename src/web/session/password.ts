/** Characters. Length beats odd signs: NIST SP 800-63B asks for at least 8, and for passphrases to be allowed. */
export const leastPassword = 12;
