import { FakeConversation } from '../testing/fake-conversation.js';
import { Hubs } from './hubs.js';

const openOf = (fake: FakeConversation) => fake.ports.counters.read()['hubs_open'];

test('a conversation has one hub, from the first who enters to the last who leaves', async () => {
  const fake = new FakeConversation();
  const hubs = new Hubs(fake.ports);
  const [one, two] = [hubs.enter('user:ada'), hubs.enter('user:ada')];
  expect(two).toBe(one);
  await one.opening;
  expect(fake.subscribers.size).toBe(1);
  hubs.leave(one);
  expect(openOf(fake)).toBe(1);
  hubs.leave(two);
  await new Promise(setImmediate);
  expect([openOf(fake), fake.subscribers.size]).toEqual([0, 0]);
});

test('after a hub that could not open the next one tries again', async () => {
  const fake = new FakeConversation();
  const hubs = new Hubs(fake.ports);
  fake.snapshotFault = new Error('disk gone');
  const broken = hubs.enter('user:ada');
  await expect(broken.opening).rejects.toThrow('disk gone');
  fake.snapshotFault = undefined;
  const next = hubs.enter('user:ada');
  expect(next).not.toBe(broken);
  await next.opening;
  hubs.leave(broken);
  expect(fake.subscribers.size).toBe(1);
  expect(hubs.enter('user:ada')).toBe(next);
});
