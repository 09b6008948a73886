import { Unconfirmed } from './unconfirmed.js';

const publication = (id: string) => ({ room: 'tokyo', id, messages: [{ type: 'agent_response' }] });

describe('what a connection without confirmations was given', () => {
  it('is in doubt for a while, oldest first, and taken once', () => {
    let now = 0;
    const unconfirmed = new Unconfirmed(1_000, () => now);
    for (const id of ['one', 'two', 'three']) {
      unconfirmed.add(publication(id));
      now += 400;
    }
    expect(unconfirmed.take().map(({ id }) => id)).toEqual(['two', 'three']);
    expect(unconfirmed.take()).toEqual([]);
  });
});
