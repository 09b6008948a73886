/** Marks made-up data for trying things out, wherever it is shown. */
export function SampleBadge() {
  return (
    <span className="badge" title="Made-up data for trying things out, not a real offer">
      Sample data
    </span>
  );
}
