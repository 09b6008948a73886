import { type ServerResponse } from 'node:http';

/** Ends the response with a JSON body. */
export function sendJson(response: ServerResponse, httpStatus: number, body: object): void {
  const text = JSON.stringify(body);
  response.statusCode = httpStatus;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.setHeader('Cache-Control', 'no-store');
  response.end(text);
}
