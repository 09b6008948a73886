#!/usr/bin/env node
/**
 * Talks to a running TravelLite over the gateway door, with nothing but Node (22 or newer, for its WebSocket).
 *
 *   node examples/talk.mjs "I want to plan a trip to Paris" "December 15th to 22nd"
 *
 * Each argument is one message; the answer is printed as it streams. USER_ID chooses the conversation, URL the server.
 */
const { URL: base = 'ws://localhost:3000', USER_ID: userId = 'example' } = process.env;
const messages = process.argv.slice(2);
if (messages.length === 0) {
  console.error('Usage: node examples/talk.mjs "first message" ["second message" ...]');
  process.exit(1);
}

const socket = new WebSocket(`${base}/api/gateway/ws?userId=${encodeURIComponent(userId)}`);

socket.onopen = () => sendNext();
socket.onerror = () => {
  console.error(`No server at ${base}. Start one with: npm start`);
  process.exit(1);
};
socket.onmessage = ({ data }) => {
  const frame = JSON.parse(data);
  if (frame.chunk) process.stdout.write(frame.text);
  if (frame.error) console.error(frame.error);
  if (frame.complete || frame.error) {
    console.log('\n');
    sendNext();
  }
};

function sendNext() {
  const text = messages.shift();
  if (text === undefined) return socket.close();
  console.log(`> ${text}`);
  socket.send(JSON.stringify({ type: 'message', text, userId, timestamp: Date.now() }));
}
