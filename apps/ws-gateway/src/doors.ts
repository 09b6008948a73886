import { type IncomingMessage } from 'node:http';
import { Inject, type Type } from '@nestjs/common';
import { type OnGatewayConnection, WebSocketGateway } from '@nestjs/websockets';
import { type ClientSocket } from './connections/client-socket.js';
import { admissionOf } from './connections/ws-adapter.js';
import { type DoorPath, doorPaths, Gateway } from './gateway.js';

/** The Nest gateway class of one WebSocket path: it hands the socket over. */
function doorAt(path: DoorPath): Type<OnGatewayConnection> {
  @WebSocketGateway({ path })
  class DoorAtPath implements OnGatewayConnection<ClientSocket> {
    constructor(@Inject(Gateway) private readonly gateway: Gateway) {}

    handleConnection(socket: ClientSocket, request: IncomingMessage): void {
      this.gateway.open(path, socket, request, admissionOf(request));
    }
  }
  return DoorAtPath;
}

/** One Nest gateway a path. */
export const doorGateways = (Object.keys(doorPaths) as DoorPath[]).map(doorAt);
