import { idFault } from '@travellite/protocol';

/** The room that the address names, or why it names none. */
export function roomOf(search: string): { room?: string; refused?: string } {
  const asked = new URLSearchParams(search).get('room');
  if (asked === null || asked === '') return {};
  const fault = idFault(asked);
  return fault === undefined
    ? { room: asked }
    : { refused: `The room in the address ${fault}, so this is your own conversation.` };
}

/** An address to invite others with: it names the room and nobody. */
export const invitation = (origin: string, room: string): string =>
  `${origin}/?${new URLSearchParams({ room })}`;
