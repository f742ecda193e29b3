/** How often each fault is tried: `TOKENTAB_ROUNDS`, or few. */
export const rounds = (usual: number): number => Number(process.env['TOKENTAB_ROUNDS'] ?? usual);

/** Counts what the rounds of a test met. Its `toString` is what a report quotes: 'before 2, inside 7, after 1'. */
export class Tally {
  private readonly counts = new Map<string, number>();

  add(outcome: string): void {
    this.counts.set(outcome, this.of(outcome) + 1);
  }

  of(outcome: string): number {
    return this.counts.get(outcome) ?? 0;
  }

  toString(): string {
    return [...this.counts].map(([outcome, count]) => `${outcome} ${count}`).join(', ');
  }
}
