/** An option's notes begin with `Name: `, since the contract has no field for a name: letters, spaces, apostrophes and hyphens. */
const named = /^(\p{L}[\p{L}\p{M}’' -]{2,39}): (.*)$/su;

/** The name that an option's notes begin with, and the rest of them; nothing when they begin with none. */
export function splitOptionNotes(notes: string): { name: string; rest: string } | undefined {
  const [, name, rest] = named.exec(notes) ?? [];
  return name === undefined || rest === undefined ? undefined : { name, rest };
}
