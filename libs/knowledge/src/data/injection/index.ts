import { disguises } from './disguises.js';
import { type InjectionDocument, toInjectionDocument } from './injection-row.js';
import { orders } from './orders.js';

/** Sixty documents that try to give orders: for testing whoever reads passages. Never part of the knowledge itself. */
export const injectionDocuments: readonly InjectionDocument[] = [...orders, ...disguises].map(
  toInjectionDocument,
);
