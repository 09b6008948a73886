/** Outlines on a 24 x 24 grid, drawn for this page. */
const paths = {
  send: 'M12 19V5m0 0-6 6m6-6 6 6',
  down: 'M12 5v14m0 0 6-6m-6 6-6-6',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 4.5 4.5',
  cross: 'm6 6 12 12M18 6 6 18',
  out: 'M9 6H5v13h13v-4M13 5h6v6m0-6-8 8',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8.5a7.5 7.5 0 0 1 15 0',
  bed: 'M3 18v-7m0 4h18m0 3v-4a3 3 0 0 0-3-3H9v4M6.5 12a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z',
  way: 'M6 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm12-10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm-10 8h7a3 3 0 0 0 0-6H9a3 3 0 0 1 0-6h7',
  calendar: 'M5 6h14v13H5ZM5 10h14M9 3.5V7m6-3.5V7',
  save: 'M12 4v11m0 0 5-5m-5 5-5-5M5 20h14',
  share:
    'M7 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm10-6a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm0 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM9.2 10.8l5.6-3.3m-5.6 5.7 5.6 3.3',
} as const;

export type IconName = keyof typeof paths;

/** A picture that stands beside words, so it says nothing to a screen reader. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
