import { type ConversationModel } from '@travellite/client';
import { replyPolicies, type ReplyPolicy } from '@travellite/protocol';
import { useState } from 'react';
import { listOfPeople } from '../format/people.js';
import { invitation } from '../room/room-name.js';
import { type RoomConnection } from '../room/use-room-link.js';
import { Icon } from './icon.js';

interface RoomBarProps {
  room: string;
  userId: string;
  model: ConversationModel;
  link: RoomConnection;
  onSend: (text: string) => boolean;
}

const policyNames: Record<ReplyPolicy, string> = {
  always: 'every message',
  when_addressed: 'when addressed',
  silent: 'nothing',
};

/** The room: who is in it and there now, when the agent answers, how the vote stands, and a way to invite others. */
export function RoomBar({ room, userId, model, link, onSend }: RoomBarProps) {
  const view = model.room;
  const policy = view?.policy ?? 'always';
  const mine = view?.members.find((member) => member.userId === userId)?.role;
  return (
    <section className="room-bar" aria-label="Room">
      <div className="room-head">
        <h2 className="room-name">{room}</h2>
        <Invite room={room} />
        <label className="room-policy">
          TravelLite answers{' '}
          <select
            value={policy}
            disabled={mine === undefined || mine === 'viewer'}
            onChange={({ currentTarget }) => onSend(`/reply ${currentTarget.value}`)}
          >
            {replyPolicies.map((one) => (
              <option key={one} value={one}>
                {policyNames[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <People model={model} link={link} userId={userId} />
      <Votes model={model} />
      <Service link={link} />
    </section>
  );
}

function Invite({ room }: { room: string }) {
  const [copied, setCopied] = useState<string>();
  const address = invitation(location.origin, room);
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setCopied('Copied'),
      () => setCopied(address),
    );
  return (
    <>
      <button type="button" className="button small" onClick={() => void copy()}>
        <Icon name="share" /> Invite
      </button>
      <span className="quiet room-copied" role="status">
        {copied}
      </span>
    </>
  );
}

/** Members with their roles; those who are there and have not written yet come after them. */
function People({ model, link, userId }: Pick<RoomBarProps, 'model' | 'link' | 'userId'>) {
  const members = model.room?.members ?? [];
  const present: readonly { userId: string; name?: string }[] = link.view?.present ?? model.members;
  const isThere = (id: string) => present.some((one) => one.userId === id);
  const guests = present.filter((one) => !members.some((member) => member.userId === one.userId));
  const all: { userId: string; name: string; role: string }[] = [
    ...members,
    ...guests.map((guest) => ({ userId: guest.userId, name: nameOf(guest), role: '' })),
  ];
  return (
    <ul className="room-people" aria-label="People">
      {all.map(({ userId: id, name, role }) => (
        <li key={id} className="chip" data-there={isThere(id)}>
          <span className="dot" aria-hidden="true" />
          {id === userId ? 'You' : name}
          {role !== '' && <span className="quiet"> {role}</span>}
          {isThere(id) && <span className="visually-hidden"> (here now)</span>}
        </li>
      ))}
      {link.view?.answering === true && <li className="chip room-agent">TravelLite is writing…</li>}
    </ul>
  );
}

const nameOf = (one: { userId: string; name?: string }) => one.name ?? one.userId;

function Votes({ model }: { model: ConversationModel }) {
  const { room } = model;
  if (!room || room.votes.length === 0) return null;
  const called = (id: string) => room.members.find(({ userId }) => userId === id)?.name ?? id;
  return (
    <p className="room-votes">
      Votes:{' '}
      {room.votes
        .map(({ option, members }) => `option ${option + 1} (${listOfPeople(members.map(called))})`)
        .join(', ')}
    </p>
  );
}

/** How messages travel, when that is not as it should be. */
function Service({ link }: { link: RoomConnection }) {
  if (link.state === 'asking') return null;
  if (link.state === 'none') {
    return (
      <p className="quiet room-service">
        No realtime service runs beside this server, so the room is shared through the server itself; who is
        online is not shown.
      </p>
    );
  }
  const { refused, phase } = link.view;
  if (refused !== undefined)
    return (
      <p className="fault-text room-service" role="alert">
        {refused}
      </p>
    );
  if (phase !== 'lost') return null;
  return (
    <p className="room-service" role="status">
      The realtime service is away. Messages go straight to the server until it is back.
    </p>
  );
}
