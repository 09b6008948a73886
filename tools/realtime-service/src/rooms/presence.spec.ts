import { Presence } from './presence.js';

const { jest } = import.meta;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function watch(graceMs = 100) {
  const changes: string[] = [];
  const presence = new Presence(graceMs, ({ userId, status }) => changes.push(`${userId} ${status}`));
  return { presence, changes };
}

describe('who is in a room', () => {
  it('is there once, whatever number of connections', () => {
    const { presence, changes } = watch();
    const [one, two] = [{}, {}];
    presence.join({ userId: 'ann', name: 'Ann' }, one);
    presence.join({ userId: 'ann' }, two);
    presence.leave('ann', one);
    jest.advanceTimersByTime(1000);
    expect([presence.list(), changes]).toEqual([[{ userId: 'ann', name: 'Ann' }], ['ann joined']]);
  });

  it('has left after the grace period, not before', () => {
    const { presence, changes } = watch();
    const connection = {};
    presence.join({ userId: 'ann' }, connection);
    presence.leave('ann', connection);
    jest.advanceTimersByTime(99);
    expect(presence.list()).toHaveLength(1);
    jest.advanceTimersByTime(1);
    expect([presence.list(), changes]).toEqual([[], ['ann joined', 'ann left']]);
  });

  it('tells nobody anything by coming back in time', () => {
    const { presence, changes } = watch();
    const connection = {};
    for (let time = 0; time < 3; time += 1) {
      presence.join({ userId: 'ann' }, connection);
      presence.leave('ann', connection);
      jest.advanceTimersByTime(50);
    }
    presence.join({ userId: 'ann' }, connection);
    jest.advanceTimersByTime(1000);
    expect(changes).toEqual(['ann joined']);
  });

  it('says what it is doing once, and is nobody when it is not there', () => {
    const { presence, changes } = watch();
    presence.join({ userId: 'ann' }, {});
    for (const status of ['typing', 'typing', 'away']) presence.update('ann', status);
    presence.update('bob', 'typing');
    presence.leave('bob', {});
    expect(changes).toEqual(['ann joined', 'ann typing', 'ann away']);
    expect(presence.list()).toEqual([{ userId: 'ann', status: 'away' }]);
  });

  it('is forgotten when the room closes, and no timer is left', () => {
    const { presence, changes } = watch();
    const connection = {};
    presence.join({ userId: 'ann' }, connection);
    presence.leave('ann', connection);
    presence.close();
    expect(jest.getTimerCount()).toBe(0);
    expect(changes).toEqual(['ann joined']);
  });
});
