import { type IncomingMessage, type ServerResponse } from 'node:http';
import { All, Controller, Delete, Inject, Post, Req, Res } from '@nestjs/common';
import { Gateway } from '../../gateway.js';
import { sendJson } from '../send-json.js';
import { takeDocuments } from './take-documents.js';

/** `/api/knowledge`. */
@Controller('api/knowledge')
export class KnowledgeController {
  constructor(@Inject(Gateway) private readonly gateway: Gateway) {}

  @Post()
  add(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    return this.answer('POST', request, response);
  }

  @Delete()
  remove(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    return this.answer('DELETE', request, response);
  }

  @All()
  notAllowed(@Res() response: ServerResponse): void {
    response.setHeader('Allow', 'POST, DELETE');
    sendJson(response, 405, { error: 'Only POST and DELETE are allowed here.' });
  }

  private async answer(
    method: 'POST' | 'DELETE',
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { httpStatus, body } = await takeDocuments(this.gateway, method, request);
    if (httpStatus === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    sendJson(response, httpStatus, body);
  }
}
