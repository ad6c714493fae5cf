/** Where our answers are laid down for guests of the site to see. */
export interface Desk {
  /** The same name twice is one line. False when there is no such guest. */
  lay(line: { nonce: string; guest: string; text: string; at: string }): Promise<boolean>;
  holds(nonce: string): Promise<boolean>;
}
