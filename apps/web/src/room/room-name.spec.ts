import { invitation, roomOf } from './room-name.js';

describe('the room in the address', () => {
  it.each([
    ['', {}],
    ['?userId=ann', {}],
    ['?room=', {}],
    ['?room=tokyo+trip', { room: 'tokyo trip' }],
    ['?room=%E6%9D%B1%E4%BA%AC', { room: '東京' }],
  ])('%j', (search, expected) => {
    expect(roomOf(search)).toEqual(expected);
  });

  it('that cannot be one is refused in words', () => {
    expect(roomOf('?room=a%00').refused).toMatch(/control/);
    expect(roomOf(`?room=${'x'.repeat(300)}`).refused).toMatch(/longer/);
  });

  it('is named by an invitation, which names nobody', () => {
    const address = invitation('https://t.example', 'a & b');
    expect(roomOf(new URL(address).search)).toEqual({ room: 'a & b' });
    expect(address).not.toContain('userId');
  });
});
