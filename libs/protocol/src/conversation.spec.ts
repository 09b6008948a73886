import { realtimeConversation } from './conversation.js';

describe('the conversation of a message from a realtime service', () => {
  test.each([
    ["a room named like its writer is the writer's own", 'ann', 'ann', 'user:ann'],
    ["a room whose messages name nobody is its namesake's own", 'ann', undefined, 'user:ann'],
    ['any other room is shared', 'tokyo', 'ann', 'room:tokyo'],
    ["somebody else in a person's room is not in that person's conversation", 'ann', 'bob', 'room:ann'],
    ['names are compared as they are written', 'Ann', 'ann', 'room:Ann'],
  ])('%s', (_, room, userId, conversation) => {
    expect(realtimeConversation(room, userId)).toBe(conversation);
  });
});
