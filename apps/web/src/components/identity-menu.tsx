import { idFault } from '@travellite/protocol';
import { type FormEvent, useState } from 'react';
import { type Identity } from '../identity/user-id.js';
import { Icon } from './icon.js';

/** Who the page talks as, and a way to be someone else: `?userId=` in the address. */
export function IdentityMenu({ identity }: { identity: Identity }) {
  const [fault, setFault] = useState<string>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const userId = String(new FormData(event.currentTarget).get('userId') ?? '').trim();
    const reason = idFault(userId);
    setFault(reason && `This name ${reason}.`);
    if (reason === undefined) location.search = `?${new URLSearchParams({ userId })}`;
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
        <button type="submit" className="button">
          Use this name
        </button>
      </form>
    </>
  );
}
