/** One line of the table: how many of how many came out right, and what is aimed at. */
export interface Line {
  /** What is measured: `understanding`, `planning`, … */
  section: string;
  measure: string;
  right: number;
  all: number;
  /** Share (0 to 1) that must be right; absent where the figure is told for information only. */
  aim?: number;
  /** Errors let pass whatever the share: one where there are so few cases that a single one would decide. */
  allowed?: number;
}

/** What one section found. */
export interface Section {
  lines: Line[];
  /** What went wrong, a line each. */
  misses: string[];
}

export const reached = ({ right, all, aim, allowed = 0 }: Line): boolean =>
  aim === undefined || (all > 0 && (right >= aim * all || all - right <= allowed));
