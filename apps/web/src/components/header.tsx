import { type ConnectionView } from '@travellite/client';
import { type Identity } from '../identity/user-id.js';
import { ConnectionPill } from './connection-pill.js';
import { IdentityMenu } from './identity-menu.js';

interface HeaderProps {
  connection: ConnectionView;
  identity: Identity;
  room?: string;
}

export function Header({ connection, identity, room }: HeaderProps) {
  return (
    <header className="header">
      <h1 className="brand">
        <img src="/favicon.svg" alt="" width="28" height="28" />
        TravelLite
      </h1>
      <ConnectionPill connection={connection} />
      <IdentityMenu identity={identity} room={room} />
    </header>
  );
}
