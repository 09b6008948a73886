import { FakeClock } from '../../test/fake-clock.js';
import { fakeSockets } from '../../test/fake-socket.js';
import { event, message, snapshot, welcome } from '../../test/frames.js';
import { ConversationStore } from './conversation-store.js';

function setup() {
  const { WebSocket, last } = fakeSockets();
  let id = 0;
  const store = new ConversationStore({
    url: 'ws://h/ws',
    userId: 'ada',
    WebSocket,
    clock: new FakeClock(),
    random: () => 0.5,
    newId: () => `id-${++id}`,
  });
  store.client.connect();
  last().tell('open');
  last().frame(welcome());
  last().frame(snapshot());
  return { store, last };
}

describe('the store of a page', () => {
  it('tells its subscribers of each change, and only of changes', () => {
    const { store, last } = setup();
    let changes = 0;
    const stop = store.subscribe(() => changes++);
    const before = store.getModel();
    last().frame({ type: 'pong', id: 'x' });
    expect([changes, store.getModel()]).toEqual([0, before]);
    last().frame(event(1, 't', { type: 'message', message: message('hi') }));
    expect(changes).toBe(1);
    stop();
    last().frame(event(2, 't', { type: 'turn_started' }));
    expect(changes).toBe(1);
  });

  it('shows a message at once and as sent once it went out', () => {
    const { store } = setup();
    void store.send('hello');
    expect(store.getModel().turns).toMatchObject([
      { status: 'sent', question: { text: 'hello', author: { userId: 'ada' } } },
    ]);
  });

  it('sends a message that was turned away again under its id', () => {
    const { store, last } = setup();
    void store.send('hello');
    store.retry('id-1');
    expect(last().sent).toHaveLength(1);
    last().frame({
      type: 'ack',
      id: 'id-1',
      status: 'rejected',
      error: { code: 'rate_limited', message: 'Slower.', retryable: true },
    });
    expect(store.getModel().turns[0]?.status).toBe('rejected');
    store.retry('id-1');
    expect(last().sent.map(({ id }) => id)).toEqual(['id-1', 'id-1']);
    expect(store.getModel().turns[0]?.status).toBe('sent');
  });

  it('forgets a message that was turned away, and a notice that was read', () => {
    const { store, last } = setup();
    void store.send('hello');
    last().frame({ type: 'error', id: 'id-1', code: 'invalid', message: 'No.', retryable: false });
    store.discard('id-1');
    expect(store.getModel().turns).toEqual([]);
    expect(store.getModel().notice?.message).toBe('No.');
    store.dismissNotice();
    expect(store.getModel().notice).toBeUndefined();
  });
});
