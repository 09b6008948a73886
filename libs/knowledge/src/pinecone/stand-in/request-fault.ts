/** A request the real service refuses. `code` is the gRPC code of its body (3 invalid argument, 5 not found). */
export class RequestFault extends Error {
  readonly code: number;

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.code = status === 404 ? 5 : 3;
  }
}
