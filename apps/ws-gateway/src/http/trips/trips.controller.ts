import { type IncomingMessage, type ServerResponse } from 'node:http';
import { All, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { pageStyle } from '@travellite/trip-files';
import { Gateway } from '../../gateway.js';
import { sendJson } from '../send-json.js';
import { answerTrip, type TripFile } from './trip-answer.js';
import { answerLink } from './trip-links.js';

/** `/trips`: a trip as a file or a page, and links to it. */
@Controller('trips')
export class TripsController {
  constructor(@Inject(Gateway) private readonly gateway: Gateway) {}

  @Post('mine/links')
  async link(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const { httpStatus, body } = await answerLink(this.gateway, request);
    sendJson(response, httpStatus, body);
  }

  @All('mine/links')
  onlyPost(@Res() response: ServerResponse): void {
    notAllowed(response, 'POST');
  }

  @Get('style.css')
  style(@Res() response: ServerResponse): void {
    response.setHeader('Content-Type', 'text/css; charset=utf-8');
    response.setHeader('Cache-Control', 'public, max-age=3600');
    response.end(pageStyle);
  }

  /** Express answers `HEAD` by the same method. */
  @Get(['', '*path'])
  async trip(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const answer = await answerTrip(this.gateway, request);
    // A trip is nobody's business but its reader's.
    response.setHeader('X-Robots-Tag', 'noindex');
    if ('file' in answer) sendFile(request, response, answer.file);
    else sendJson(response, answer.httpStatus, { error: answer.reason });
  }

  @All(['', '*path'])
  onlyGet(@Res() response: ServerResponse): void {
    notAllowed(response, 'GET, HEAD');
  }
}

function notAllowed(response: ServerResponse, allowed: string): void {
  response.setHeader('Allow', allowed);
  sendJson(response, 405, { error: `Only ${allowed.replace(', ', ' and ')} is allowed here.` });
}

/** A subscribed calendar asks again and again: it gets the whole file only when it has changed. */
function sendFile(request: IncomingMessage, response: ServerResponse, file: TripFile): void {
  response.setHeader('ETag', file.etag);
  response.setHeader('Cache-Control', 'private, no-cache');
  if (request.headers['if-none-match']?.includes(file.etag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  response.setHeader('Content-Type', file.type);
  if (file.name !== undefined) {
    response.setHeader('Content-Disposition', `attachment; filename="${file.name}"`);
  }
  response.setHeader('Content-Length', Buffer.byteLength(file.body));
  response.end(request.method === 'HEAD' ? undefined : file.body);
}
