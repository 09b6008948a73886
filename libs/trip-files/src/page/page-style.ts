/** The look of a shared trip: the colours and faces of the chat page, on paper as well. */
export const pageStyle = `:root {
  color-scheme: light dark;
  --paper: #f7f4ee; --surface: #fffdf9; --ink: #1c2729; --quiet: #566366; --line: #ddd6c9;
  --accent: #0b655c; --on-accent: #fff; --warm: #9a4a10; --warm-soft: #fbead7;
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #11181a; --surface: #182123; --ink: #e6ebe8; --quiet: #9fafae; --line: #2b3739;
    --accent: #63c9b9; --on-accent: #06211d; --warm: #f0b275; --warm-soft: #33240f;
  }
}
* { box-sizing: border-box; margin: 0; }
body { background: var(--paper); color: var(--ink); overflow-wrap: anywhere; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1, h2, .sum strong { font-family: 'Iowan Old Style', 'Palatino Linotype', Palatino, Charter, Georgia, serif; }
h1 { font-size: 2.5rem; line-height: 1.15; margin: .25rem 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin-bottom: .75rem; }
h2 span { display: block; color: var(--accent); font: 600 .85rem/1.6 system-ui, sans-serif; }
header { display: grid; gap: .75rem; margin-bottom: 2rem; }
.brand, .quiet, .time, footer { color: var(--quiet); font-size: .875rem; }
.sum strong { font-size: 1.625rem; }
a { color: var(--accent); }
nav, .files { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }
nav a { padding: .25rem .75rem; border: 1px solid var(--line); border-radius: 10px; text-decoration: none; }
nav a[aria-current] { border-color: var(--accent); font-weight: 600; }
.button { padding: .5rem 1rem; border-radius: 10px; background: var(--accent); color: var(--on-accent); text-decoration: none; }
.sample { padding: .5rem .75rem; border-left: 3px solid var(--warm); background: var(--warm-soft); }
section { margin-bottom: 1rem; padding: 1rem; border: 1px solid var(--line); border-radius: 18px; background: var(--surface); break-inside: avoid; }
ol { list-style: none; padding: 0; display: grid; gap: .75rem; }
li { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 1rem; }
.night { margin-top: .75rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .875rem; }
@media (width < 40rem) { li { grid-template-columns: minmax(0, 1fr); } }
@media print { .files, nav { display: none; } body { background: none; } }
`;
