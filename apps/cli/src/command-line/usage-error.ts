/** The command line is at fault: exit status 2. The message says what is wrong; hints, each a line of its own, what would be right. */
export class UsageError extends Error {
  readonly hints: readonly string[];

  constructor(message: string, hints: readonly string[] = []) {
    super(message);
    this.name = "UsageError";
    this.hints = hints;
  }
}
