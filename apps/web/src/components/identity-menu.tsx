import { idFault } from '@travellite/protocol';
import { type FormEvent, useState } from 'react';
import { type Identity } from '../identity/user-id.js';
import { Icon } from './icon.js';

/** Who the page talks as and where, and a way to be someone else or elsewhere: `?userId=` and `?room=` in the address. */
export function IdentityMenu({ identity, room = '' }: { identity: Identity; room?: string }) {
  const [fault, setFault] = useState<string>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const field = (name: string) => String(given.get(name) ?? '').trim();
    const [userId, elsewhere] = [field('userId'), field('room')];
    const reason = idFault(userId) ?? (elsewhere === '' ? undefined : idFault(elsewhere));
    setFault(reason && `This name ${reason}.`);
    if (reason !== undefined) return;
    location.search = `?${new URLSearchParams({ userId, ...(elsewhere === '' ? {} : { room: elsewhere }) })}`;
  };
  return (
    <>
      <button type="button" className="identity" popoverTarget="identity-menu">
        <Icon name="person" />
        <span className="visually-hidden">You are </span>
        <span className="identity-name">{identity.userId}</span>
      </button>
      <form
        className="identity-menu"
        id="identity-menu"
        popover="auto"
        aria-label="Your name"
        onSubmit={submit}
      >
        <p>
          Your conversation is kept under this name. Open it on another device with the same name, and do not
          share it: who knows it can read along.
        </p>
        <label htmlFor="user-id">Name</label>
        <input
          id="user-id"
          name="userId"
          defaultValue={identity.userId}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : 'user-id-fault'}
        />
        {fault !== undefined && (
          <p className="fault-text" id="user-id-fault" role="alert">
            {fault}
          </p>
        )}
        <RoomField room={room} />
        <button type="submit" className="button">
          Use this name
        </button>
      </form>
    </>
  );
}

function RoomField({ room }: { room: string }) {
  return (
    <>
      <label htmlFor="room">Room</label>
      <input
        id="room"
        name="room"
        defaultValue={room}
        autoComplete="off"
        spellCheck={false}
        aria-describedby="room-hint"
      />
      <p className="quiet" id="room-hint">
        To plan with others, all enter the same room. Empty: your own conversation.
      </p>
    </>
  );
}
