import { DeliveryError } from '../delivery-error.js';

interface Question<T> {
  promise: Promise<T>;
  resolve(answer: T): void;
  reject(error: DeliveryError): void;
}

/** Questions to the service that wait for an answer with the same key. */
export class Waiting<T> {
  private readonly questions = new Map<string, Question<T>>();

  constructor(private readonly timeoutMs: number) {}

  get size(): number {
    return this.questions.size;
  }

  /**
   * Sends a question and waits for its answer. Asked again while it waits, it is sent again and has the same answer.
   * @throws {DeliveryError} `timeout`, or what `send` or `reject` says
   */
  async ask(key: string, send: () => Promise<void>): Promise<T> {
    const open = this.questions.get(key);
    if (open) {
      send().catch(open.reject);
      return open.promise;
    }
    const question = Promise.withResolvers<T>();
    this.questions.set(key, question);
    const timer = setTimeout(
      () =>
        question.reject(new DeliveryError('timeout', `The service did not confirm in ${this.timeoutMs} ms.`)),
      this.timeoutMs,
    );
    try {
      // Not waited for: a connection that stalls has no longer than the answer.
      send().catch(question.reject);
      return await question.promise;
    } finally {
      clearTimeout(timer);
      this.questions.delete(key);
    }
  }

  /** Whether somebody waited for it. */
  resolve(key: string, answer: T): boolean {
    const question = this.questions.get(key);
    question?.resolve(answer);
    return question !== undefined;
  }

  reject(key: string, error: DeliveryError): boolean {
    const question = this.questions.get(key);
    question?.reject(error);
    return question !== undefined;
  }

  rejectAll(error: DeliveryError): void {
    for (const question of this.questions.values()) question.reject(error);
  }
}
